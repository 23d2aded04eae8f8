//! The words that invented listings are put together from. Every name says that it is invented.

/// Id, Chinese name, English name, and how its prices are spread.
pub(super) const EXCHANGES: &[(&str, &str, &str, Prices)] = &[
    (
        "example-north",
        "示例北岸数据交易所（虚构）",
        "Example Northbank Data Exchange (invented)",
        Prices::MostlyBlank,
    ),
    (
        "example-hills",
        "示例云岭数据交易所（虚构）",
        "Example Hills Data Exchange (invented)",
        Prices::NegotiableOrFree,
    ),
    (
        "example-bay",
        "示例湾区数据交易中心（虚构）",
        "Example Bay Data Exchange (invented)",
        Prices::Negotiable,
    ),
    (
        "example-river",
        "示例江东数据交易中心（虚构）",
        "Example Riverside Data Exchange (invented)",
        Prices::RoundNumbers,
    ),
    (
        "example-harbour",
        "示例海港数据市场（虚构）",
        "Example Harbour Data Market (invented)",
        Prices::English,
    ),
];

/// How an exchange's listings state prices, in the proportions counted on five real ones
/// (`product.md` §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prices {
    /// Seven in ten blank, else a number per call.
    MostlyBlank,
    /// Seven in ten negotiable, two in ten free, the rest large sums.
    NegotiableOrFree,
    /// Hardly a number at all.
    Negotiable,
    /// A number everywhere, and nearly always the same two.
    RoundNumbers,
    /// Dollars, subscriptions, ranges, "contact us".
    English,
}

/// Chinese name, English name.
pub(super) const SUPPLIERS: &[(&str, &str)] = &[
    ("示例征信有限公司（虚构）", "Example Credit Co. (invented)"),
    (
        "示例气象服务中心（虚构）",
        "Example Weather Centre (invented)",
    ),
    (
        "示例地图科技有限公司（虚构）",
        "Example Maps Co. (invented)",
    ),
    (
        "示例语音科技有限公司（虚构）",
        "Example Speech Co. (invented)",
    ),
    (
        "示例公共数据运营有限公司（虚构）",
        "Example Public Data Co. (invented)",
    ),
    (
        "示例航运研究院（虚构）",
        "Example Shipping Institute (invented)",
    ),
    (
        "示例农业信息中心（虚构）",
        "Example Farm Information Centre (invented)",
    ),
    (
        "示例医药数据有限公司（虚构）",
        "Example Pharma Data Co. (invented)",
    ),
    (
        "示例电网有限责任公司（虚构）",
        "Example Grid Co. (invented)",
    ),
    (
        "示例金融信息服务有限公司（虚构）",
        "Example Financial Information Co. (invented)",
    ),
    ("示例通信有限公司（虚构）", "Example Telecom Co. (invented)"),
    (
        "示例检验检测中心（虚构）",
        "Example Testing Centre (invented)",
    ),
    (
        "示例出行科技有限公司（虚构）",
        "Example Mobility Co. (invented)",
    ),
    (
        "示例遥感应用有限公司（虚构）",
        "Example Remote Sensing Co. (invented)",
    ),
    (
        "示例知识产权服务有限公司（虚构）",
        "Example Patent Services Co. (invented)",
    ),
    (
        "示例房产信息技术有限公司（虚构）",
        "Example Property Data Co. (invented)",
    ),
];

/// Id, Chinese and English label, industry, parent.
pub(super) const CATEGORIES: &[(&str, &str, &str, &str, Option<&str>)] = &[
    (
        "enterprise",
        "企业与信用",
        "Companies and credit",
        "J",
        None,
    ),
    (
        "company-risk",
        "企业风险",
        "Company risk",
        "J",
        Some("enterprise"),
    ),
    ("transport", "交通出行", "Transport", "G", None),
    (
        "shipping",
        "航运物流",
        "Shipping and logistics",
        "G",
        Some("transport"),
    ),
    ("weather", "气象环境", "Weather and environment", "N", None),
    ("remote-sensing", "遥感影像", "Remote sensing", "M", None),
    ("farming", "农业农村", "Farming", "A", None),
    ("health", "医疗健康", "Health", "Q", None),
    ("energy", "能源电力", "Energy", "D", None),
    ("ai-training", "人工智能训练", "AI training", "I", None),
    (
        "speech",
        "语音语料",
        "Speech corpora",
        "I",
        Some("ai-training"),
    ),
    ("public", "公共服务", "Public services", "S", None),
    ("property", "房产与城市", "Property and cities", "K", None),
];

/// Chinese and English scope in front of a subject.
pub(super) const SCOPES: &[(&str, &str)] = &[
    ("", ""),
    ("全国", "National "),
    ("示例省", "Example Province "),
    ("示例市", "Example City "),
    ("重点城市", "Major city "),
];

/// Model word, the exchange's word, Chinese and English ending of a title.
pub(super) const KINDS: &[(&str, &str, &str, &str)] = &[
    ("dataset", "数据集", "数据集", "dataset"),
    ("dataset", "数据集", "", ""),
    ("api", "API数据", "查询", "API"),
    ("api", "API数据", "核验接口", "check API"),
    ("report", "数据报告", "分析报告", "report"),
    ("application", "数据应用", "分析平台", "dashboard"),
];

/// Sentences of a description, Chinese and English; `{s}` is the subject.
pub(super) const SENTENCES: &[(&str, &str)] = &[
    (
        "提供{s}，按统一口径整理。",
        "Provides {s}, compiled to one definition.",
    ),
    (
        "输入名称或代码，返回{s}的核验结果。",
        "Takes a name or code and returns the result for {s}.",
    ),
    (
        "覆盖近三年，字段含时间、地点、指标与来源。",
        "Covers the last three years with time, place, measure and source.",
    ),
    (
        "可应用于金融、保险、政务等多个业务场景。",
        "Used in finance, insurance and public administration.",
    ),
    (
        "数据经脱敏处理，不含可直接识别个人的字段。",
        "Direct identifiers were removed.",
    ),
    (
        "在合法合规且主体授权前提下使用。",
        "For use with the data subject's authorisation.",
    ),
    (
        "支持按区域、时间定制，详情可与供方沟通。",
        "Can be cut by area and period; ask the supplier.",
    ),
    (
        "由示例机构采集并逐条审核，异常值已标注。",
        "Collected and reviewed by the example supplier; outliers are marked.",
    ),
];

/// ISO duration or word, with the exchange's wording where that says more.
pub(super) const FREQUENCIES: &[(&str, Option<&str>)] = &[
    ("P1D", None),
    ("P1M", None),
    ("P1Y", None),
    ("P7D", None),
    ("continuous", None),
    ("never", None),
    ("irregular", None),
    ("as-needed", None),
];

/// Coverage in words.
pub(super) const PLACES: &[&str] = &[
    "全国",
    "示例省",
    "示例市",
    "全球（依据客户指定范围）",
    "中国 200+城市（示例）",
    "用户指定范围",
];
