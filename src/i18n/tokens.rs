//! Names of the closed sets of the catalog: each token of the schema in both languages.

use super::Lang;
use catalog::disclosure;
use catalog::{
    AccessRights, Acquisition, AssertionStatus, BillingModel, DataSubject, DeliveryMode, FieldType,
    GradingLevel, Modality, NegotiationChannel, OrganizationKind, PersonalInformation, PriceState,
    Processing, ProductType, SensitiveKind, UpdateClass, UpdateFrequency,
};

/// A token that has a name.
pub(crate) trait Named {
    /// The name in `lang`.
    fn name(self, lang: Lang) -> &'static str;
}

/// Names each variant in both languages; a new variant without a name does not compile.
macro_rules! named {
    ($type:ty { $($variant:path: $zh:literal, $en:literal;)* }) => {
        impl Named for $type {
            fn name(self, lang: Lang) -> &'static str {
                match self { $($variant => lang.pick($zh, $en)),* }
            }
        }
    };
}

named!(PriceState {
    PriceState::Number: "标价", "Price";
    PriceState::Free: "免费", "Free";
    PriceState::Negotiable: "面议", "Negotiable";
    PriceState::NotStated: "未标价", "Not stated";
    PriceState::Doubtful: "数字存疑", "Doubtful";
});

named!(ProductType {
    ProductType::Dataset: "数据集", "Dataset";
    ProductType::Api: "API 数据", "API";
    ProductType::Report: "数据报告", "Report";
    ProductType::Model: "模型算法", "Model";
    ProductType::Application: "数据应用", "Application";
    ProductType::Service: "数据服务", "Service";
    ProductType::Tool: "数据工具", "Tool";
    ProductType::Unknown: "未说明", "Not stated";
});

named!(DeliveryMode {
    DeliveryMode::Download: "下载", "Download";
    DeliveryMode::ViewOnline: "在线查看", "View online";
    DeliveryMode::Api: "接口调用", "API";
    DeliveryMode::Sandbox: "沙箱", "Sandbox";
    DeliveryMode::PrivacyComputing: "隐私计算", "Privacy computing";
    DeliveryMode::OfflineMedia: "离线介质", "Offline media";
    DeliveryMode::OnSite: "现场", "On site";
    DeliveryMode::OfflineArranged: "线下由供方交付", "Arranged offline with the supplier";
    DeliveryMode::Unspecified: "未说明", "Not stated";
});

named!(NegotiationChannel {
    NegotiationChannel::Online: "线上", "Online";
    NegotiationChannel::Offline: "线下", "Offline";
    NegotiationChannel::Unspecified: "未说明", "Not stated";
});

named!(BillingModel {
    BillingModel::None: "不收费", "None";
    BillingModel::OneTime: "一次性", "One-time";
    BillingModel::Subscription: "按周期", "Subscription";
    BillingModel::PerCall: "按次", "Per call";
    BillingModel::PerRecord: "按条", "Per record";
    BillingModel::PerVolume: "按流量", "Per volume";
    BillingModel::RevenueShare: "分成", "Revenue share";
    BillingModel::UsageOther: "按其他用量", "Other usage";
    BillingModel::Unspecified: "未说明", "Not stated";
});

named!(AccessRights {
    AccessRights::Public: "公开", "Public";
    AccessRights::Registration: "登记后可见", "After registration";
    AccessRights::Restricted: "有条件", "Restricted";
    AccessRights::NonPublic: "不公开", "Not public";
    AccessRights::Unknown: "未说明", "Not stated";
});

named!(Modality {
    Modality::Tabular: "表格", "Tables";
    Modality::Text: "文本", "Text";
    Modality::Image: "图像", "Images";
    Modality::Audio: "音频", "Audio";
    Modality::Video: "视频", "Video";
    Modality::Geospatial: "地理", "Geospatial";
    Modality::TimeSeries: "时间序列", "Time series";
    Modality::Graph: "图谱", "Graph";
    Modality::ThreeD: "三维", "3D";
    Modality::Unknown: "未说明", "Not stated";
});

named!(UpdateClass {
    UpdateClass::Daily: "实时至每日", "Continuous to daily";
    UpdateClass::Monthly: "每周至每月", "Weekly to monthly";
    UpdateClass::Yearly: "每季至每年", "Quarterly to yearly";
    UpdateClass::Irregular: "不定期", "Irregular";
    UpdateClass::Never: "不更新", "Never";
    UpdateClass::NotStated: "未说明", "Not stated";
});

named!(PersonalInformation {
    PersonalInformation::NoneStated: "写明没有", "Stated as none";
    PersonalInformation::None: "没有", "None";
    PersonalInformation::Possible: "可能有", "Possible";
    PersonalInformation::Contains: "有", "Yes";
    PersonalInformation::Unknown: "未说明", "Not stated";
});

named!(disclosure::Check {
    disclosure::Check::Price: "价格", "Price";
    disclosure::Check::Sample: "样例", "Sample";
    disclosure::Check::Columns: "字段", "Columns";
    disclosure::Check::Size: "规模", "Size";
    disclosure::Check::Period: "时间范围", "Period covered";
    disclosure::Check::Place: "地域范围", "Place covered";
    disclosure::Check::Update: "更新频率", "How often it is updated";
    disclosure::Check::Delivery: "交付方式", "Delivery";
    disclosure::Check::Terms: "使用条件", "Terms of use";
    disclosure::Check::Rights: "权利依据", "Evidence of rights";
    disclosure::Check::Privacy: "是否含个人信息", "Whether personal data is in it";
    disclosure::Check::Contact: "联系方式", "Contact";
});

named!(SensitiveKind {
    SensitiveKind::Biometric: "生物识别", "biometric";
    SensitiveKind::ReligiousBelief: "宗教信仰", "religious belief";
    SensitiveKind::SpecificIdentity: "特定身份", "specific identity";
    SensitiveKind::MedicalHealth: "医疗健康", "medical and health";
    SensitiveKind::FinancialAccount: "金融账户", "financial accounts";
    SensitiveKind::Whereabouts: "行踪轨迹", "whereabouts";
    SensitiveKind::MinorUnder14: "不满十四周岁未成年人", "minors under 14";
    SensitiveKind::Other: "其他", "other";
});

named!(Processing {
    Processing::None: "未处理", "None";
    Processing::DeIdentified: "供方称已去标识化", "De-identified, as the supplier states";
    Processing::Anonymized: "供方称已匿名化，未核实", "Anonymised, as the supplier states; not checked";
    Processing::NotEstablished: "无法确认", "Not established";
    Processing::Unknown: "未说明", "Not stated";
});

named!(GradingLevel {
    GradingLevel::General: "一般数据", "General data";
    GradingLevel::Important: "重要数据", "Important data";
    GradingLevel::Core: "核心数据", "Core data";
    GradingLevel::Unknown: "未说明", "Not stated";
});

named!(DataSubject {
    DataSubject::Public: "公共", "Public";
    DataSubject::Enterprise: "企业", "Enterprises";
    DataSubject::Personal: "个人", "Persons";
    DataSubject::Mixed: "混合", "Mixed";
    DataSubject::Unknown: "未说明", "Not stated";
});

named!(Acquisition {
    Acquisition::Original: "原始取得", "Original";
    Acquisition::Collected: "收集取得", "Collected";
    Acquisition::Traded: "交易取得", "Traded";
    Acquisition::Other: "其他", "Other";
    Acquisition::Unknown: "未说明", "Not stated";
});

named!(OrganizationKind {
    OrganizationKind::Government: "政府部门", "Government";
    OrganizationKind::StateOwned: "国有", "State-owned";
    OrganizationKind::Private: "民营", "Private";
    OrganizationKind::Mixed: "混合", "Mixed";
    OrganizationKind::Unknown: "未说明", "Not stated";
});

named!(FieldType {
    FieldType::String: "文本", "Text";
    FieldType::Number: "数值", "Number";
    FieldType::Integer: "整数", "Whole number";
    FieldType::Boolean: "是或否", "Yes or no";
    FieldType::Object: "对象", "Object";
    FieldType::Array: "数组", "Array";
    FieldType::List: "列表", "List";
    FieldType::Datetime: "日期时间", "Date and time";
    FieldType::Date: "日期", "Date";
    FieldType::Time: "时间", "Time";
    FieldType::Year: "年", "Year";
    FieldType::Yearmonth: "年月", "Year and month";
    FieldType::Duration: "时长", "Duration";
    FieldType::Geopoint: "坐标点", "Coordinates";
    FieldType::Geojson: "GeoJSON", "GeoJSON";
    FieldType::Any: "未说明", "Not stated";
});

named!(AssertionStatus {
    AssertionStatus::Quoted: "原文", "quoted";
    AssertionStatus::Paraphrased: "转述", "paraphrased";
    AssertionStatus::Translated: "译", "translated";
    AssertionStatus::Inferred: "推断", "inferred";
    AssertionStatus::Editorial: "编者", "editorial";
    AssertionStatus::External: "旁证", "external";
    AssertionStatus::Unknown: "不详", "unknown";
});

/// An update promise: the usual ones in words, others as written.
pub(crate) fn update_frequency(frequency: &UpdateFrequency, lang: Lang) -> String {
    let words = match frequency.0.as_str() {
        "continuous" => lang.pick("实时", "Continuous"),
        "irregular" => lang.pick("不定期", "Irregular"),
        "never" => lang.pick("不更新", "Never"),
        "as-needed" => lang.pick("按需", "As needed"),
        "unknown" => lang.pick("未说明", "Not stated"),
        "PT1S" => lang.pick("每秒", "Every second"),
        "PT1M" => lang.pick("每分钟", "Every minute"),
        "PT1H" => lang.pick("每小时", "Hourly"),
        "P1D" => lang.pick("每日", "Daily"),
        "P1W" | "P7D" => lang.pick("每周", "Weekly"),
        "P1M" => lang.pick("每月", "Monthly"),
        "P3M" => lang.pick("每季", "Quarterly"),
        "P6M" => lang.pick("每半年", "Half-yearly"),
        "P1Y" => lang.pick("每年", "Yearly"),
        other => return other.to_owned(),
    };
    words.to_owned()
}

/// A language of the content by its tag; unknown tags are shown as they are.
pub(crate) fn language(tag: &str, lang: Lang) -> String {
    let base = tag.split('-').next().unwrap_or(tag);
    let words = match base {
        "zh" => lang.pick("中文", "Chinese"),
        "en" => lang.pick("英文", "English"),
        "ja" => lang.pick("日文", "Japanese"),
        "ko" => lang.pick("韩文", "Korean"),
        "fr" => lang.pick("法文", "French"),
        "de" => lang.pick("德文", "German"),
        "es" => lang.pick("西班牙文", "Spanish"),
        "ru" => lang.pick("俄文", "Russian"),
        "ar" => lang.pick("阿拉伯文", "Arabic"),
        "bo" => lang.pick("藏文", "Tibetan"),
        "ug" => lang.pick("维吾尔文", "Uyghur"),
        "mn" => lang.pick("蒙古文", "Mongolian"),
        _ => return tag.to_owned(),
    };
    words.to_owned()
}

/// A GB/T 4754-2017 section by its letter (`model.md` §B rule 9).
pub(crate) fn industry(code: &str, lang: Lang) -> String {
    let name = match code.as_bytes().first() {
        Some(b'A') => lang.pick(
            "农、林、牧、渔业",
            "Agriculture, forestry, animal husbandry, fishery",
        ),
        Some(b'B') => lang.pick("采矿业", "Mining"),
        Some(b'C') => lang.pick("制造业", "Manufacturing"),
        Some(b'D') => lang.pick(
            "电力、热力、燃气及水生产和供应业",
            "Power, heat, gas, water",
        ),
        Some(b'E') => lang.pick("建筑业", "Construction"),
        Some(b'F') => lang.pick("批发和零售业", "Wholesale and retail"),
        Some(b'G') => lang.pick("交通运输、仓储和邮政业", "Transport, storage, post"),
        Some(b'H') => lang.pick("住宿和餐饮业", "Accommodation, catering"),
        Some(b'I') => lang.pick(
            "信息传输、软件和信息技术服务业",
            "Information transmission, software, IT services",
        ),
        Some(b'J') => lang.pick("金融业", "Finance"),
        Some(b'K') => lang.pick("房地产业", "Real estate"),
        Some(b'L') => lang.pick("租赁和商务服务业", "Leasing, business services"),
        Some(b'M') => lang.pick(
            "科学研究和技术服务业",
            "Scientific research, technical services",
        ),
        Some(b'N') => lang.pick(
            "水利、环境和公共设施管理业",
            "Water, environment, public facilities",
        ),
        Some(b'O') => lang.pick(
            "居民服务、修理和其他服务业",
            "Resident, repair and other services",
        ),
        Some(b'P') => lang.pick("教育", "Education"),
        Some(b'Q') => lang.pick("卫生和社会工作", "Health, social work"),
        Some(b'R') => lang.pick("文化、体育和娱乐业", "Culture, sports, entertainment"),
        Some(b'S') => lang.pick(
            "公共管理、社会保障和社会组织",
            "Public administration, social security, social organisations",
        ),
        Some(b'T') => lang.pick("国际组织", "International organisations"),
        _ => return code.to_owned(),
    };
    if code.len() > 1 {
        format!("{name} {code}")
    } else {
        name.to_owned()
    }
}
