//! The words of the text document. They stand here and not with the page, because the document
//! is a format: mail, file and copy must read the same whichever program made them.

use crate::{CrossBorder, RequesterKind, UseCase};
use catalog::DeliveryMode;

/// The words in one language.
pub(crate) struct Words {
    pub(crate) heading: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) date: &'static str,
    pub(crate) to: &'static str,
    pub(crate) about: &'static str,
    pub(crate) listing: &'static str,
    pub(crate) listing_id: &'static str,
    pub(crate) exchange: &'static str,
    pub(crate) provider: &'static str,
    pub(crate) price: &'static str,
    pub(crate) offer: &'static str,
    pub(crate) page: &'static str,
    pub(crate) catalog: &'static str,
    pub(crate) requester: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) organization: &'static str,
    pub(crate) uscc: &'static str,
    pub(crate) industry: &'static str,
    pub(crate) name: &'static str,
    pub(crate) role: &'static str,
    pub(crate) email: &'static str,
    pub(crate) tel: &'static str,
    pub(crate) request: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) use_case: &'static str,
    pub(crate) quantity: &'static str,
    pub(crate) period: &'static str,
    pub(crate) period_open: &'static str,
    pub(crate) delivery: &'static str,
    pub(crate) budget: &'static str,
    pub(crate) deadline: &'static str,
    pub(crate) sample: &'static str,
    pub(crate) sample_wished: &'static str,
    pub(crate) cross_border: &'static str,
    pub(crate) promise: &'static str,
    pub(crate) promise_text: &'static str,
    pub(crate) questions: &'static str,
    pub(crate) consent_heading: &'static str,
    pub(crate) consent: &'static str,
    pub(crate) recipient_of_choice: &'static str,
    pub(crate) attached: &'static str,
    pub(crate) subject: &'static str,
    /// Between a name and its value.
    pub(crate) colon: &'static str,
    /// Between the items of a list.
    pub(crate) between: &'static str,
    chinese: bool,
}

impl Words {
    /// The words for a BCP 47 tag.
    pub(crate) fn of(lang: &str) -> &'static Self {
        let base = lang.split(['-', '_']).next().unwrap_or(lang);
        if base.eq_ignore_ascii_case("zh") {
            &ZH
        } else {
            &EN
        }
    }

    fn pick(&self, chinese: &'static str, english: &'static str) -> &'static str {
        if self.chinese { chinese } else { english }
    }

    pub(crate) fn requester_kind(&self, kind: RequesterKind) -> &'static str {
        match kind {
            RequesterKind::Organization => self.pick("机构", "organisation"),
            RequesterKind::Person => self.pick("个人", "person"),
        }
    }

    pub(crate) fn use_case_name(&self, case: UseCase) -> &'static str {
        match case {
            UseCase::AiTraining => self.pick("训练或测试模型", "training or testing a model"),
            UseCase::Analysis => self.pick("内部分析", "analysis for own decisions"),
            UseCase::Product => self.pick("用于产品或服务", "part of a product or service"),
            UseCase::RiskControl => self.pick("风控或合规", "risk control or compliance"),
            UseCase::Research => self.pick("研究或教学", "research or teaching"),
            UseCase::PublicService => self.pick("公共服务", "public service"),
            UseCase::Other => self.pick("其他", "other"),
        }
    }

    pub(crate) fn cross_border_answer(&self, answer: CrossBorder) -> &'static str {
        match answer {
            CrossBorder::No => self.pick("不出境", "no"),
            CrossBorder::Yes => self.pick("要出境", "yes"),
            CrossBorder::Unknown => self.pick("还不确定", "not decided"),
        }
    }

    pub(crate) fn delivery_mode(&self, mode: DeliveryMode) -> &'static str {
        match mode {
            DeliveryMode::Download => self.pick("下载", "download"),
            DeliveryMode::ViewOnline => self.pick("在线查看", "viewing online"),
            DeliveryMode::Api => self.pick("接口", "API"),
            DeliveryMode::Sandbox => self.pick("沙箱", "sandbox"),
            DeliveryMode::PrivacyComputing => self.pick("隐私计算", "privacy computing"),
            DeliveryMode::OfflineMedia => self.pick("离线介质", "offline media"),
            DeliveryMode::OnSite => self.pick("现场", "on site"),
            DeliveryMode::OfflineArranged => self.pick("线下约定", "arranged offline"),
            DeliveryMode::Unspecified => self.pick("不限", "any"),
        }
    }
}

const ZH: Words = Words {
    heading: "数据询价单",
    reference: "编号",
    date: "日期",
    to: "致",
    about: "询问的挂牌",
    listing: "名称",
    listing_id: "挂牌编号",
    exchange: "交易机构",
    provider: "供方",
    price: "页面标价",
    offer: "报价项",
    page: "页面",
    catalog: "目录文件",
    requester: "询价人",
    kind: "身份",
    organization: "单位",
    uscc: "统一社会信用代码",
    industry: "行业",
    name: "联系人",
    role: "职务",
    email: "电子邮箱",
    tel: "电话",
    request: "需求",
    purpose: "用途",
    use_case: "用途类别",
    quantity: "数量",
    period: "使用期",
    period_open: "未写",
    delivery: "交付方式",
    budget: "预算上限",
    deadline: "希望答复日期",
    sample: "样例",
    sample_wished: "希望先看样例",
    cross_border: "是否出境",
    promise: "声明",
    promise_text: "不与其他数据拼接以识别个人",
    questions: "问题",
    consent_heading: "同意",
    consent: "同意把上面的内容交给{recipient}，用于答复这次询价。",
    recipient_of_choice: "我自己选择的收件人",
    attached: "全文较长，请见附件：",
    subject: "数据询价",
    colon: "：",
    between: "、",
    chinese: true,
};

const EN: Words = Words {
    heading: "Data inquiry",
    reference: "Reference",
    date: "Date",
    to: "To",
    about: "Listing asked about",
    listing: "Title",
    listing_id: "Listing id",
    exchange: "Exchange",
    provider: "Supplier",
    price: "Price on the page",
    offer: "Offer",
    page: "Page",
    catalog: "Catalog file",
    requester: "Who asks",
    kind: "Kind",
    organization: "Organisation",
    uscc: "Unified social credit code",
    industry: "Industry",
    name: "Name",
    role: "Role",
    email: "E-mail",
    tel: "Telephone",
    request: "Request",
    purpose: "Purpose",
    use_case: "Kind of use",
    quantity: "Quantity",
    period: "Period of use",
    period_open: "not given",
    delivery: "Delivery",
    budget: "Budget, at most",
    deadline: "Answer wished by",
    sample: "Sample",
    sample_wished: "wished for first",
    cross_border: "Crosses a border",
    promise: "Promise",
    promise_text: "not to identify persons by joining this with other data",
    questions: "Questions",
    consent_heading: "Consent",
    consent: "I agree that the above is given to {recipient} to answer this inquiry.",
    recipient_of_choice: "the recipient I choose",
    attached: "The whole text is in the attached file: ",
    subject: "Data inquiry",
    colon: ": ",
    between: ", ",
    chinese: false,
};
