//! Words of the directory of exchanges, of one exchange and one supplier.

use super::words;

words! {
    /// Words of the directory of exchanges.
    Exchanges {
        title: "数据交易机构", "Data exchanges";
        lead: "日期照原文写出；横条是这句话可能指的日子。“开始筹建”不算成立。", "Dates are printed as the source wrote them; the bar shows the days that wording can mean. “Planning began” is not an opening.";
        named: "列名", "Named";
        opened: "有开业证据", "Evidence of opening";
        planned: "只有筹建记录", "Planning only";
        with_list: "有挂牌", "With listings here";
        with_site: "有线上平台", "With a platform";
        show: "显示", "Show";
        all: "全部", "All";
        exchange: "机构", "Exchange";
        place: "地点（原文）", "Place as written";
        date: "日期（原文）", "Date as written";
        timeline: "{from} 年至 {to} 年的时间线", "Timeline {from} to {to}";
        opened_q: "开业？", "Opened?";
        list_q: "挂牌", "Listings";
        yes: "有证据", "Yes";
        planning_only: "仅筹建", "Planning only";
        key_day: "某一天", "a day";
        key_span: "一个月或更长", "a month or longer";
        key_circa: "“约”", "“circa”";
        key_plan: "开始筹建", "planning began";
        sorted: "交易机构，按最早可能日期排序", "Exchanges, sorted by earliest possible date";
        map_title: "分布", "Where they are";
        map_note: "每格一个省级行政区，不表示边界。", "One tile per provincial-level region; not a map of borders.";
        map_open: "有开业证据", "evidence of opening";
        map_plan: "只有筹建记录", "planning only";
        map_none: "名录里没有", "none in the directory";
        map_unplaced: "{n} 家没有写明省份，不在图上：{names}", "{n} give no region and are not on the map: {names}";
        also_planned: "另有计划", "Also planned";
        unnamed: "报道说另有 {n} 地计划设立交易机构，未写名称。", "The report says that {n} more localities plan exchanges, without naming them.";
        partnerships: "与新加坡的合作", "Partnerships with Singapore";
        facts_source: "出处：{source}", "Source: {source}";
        none: "已读取的来源里没有交易机构。", "No loaded source names an exchange.";
        missing: "已读取的来源里没有这家机构。", "No loaded source has this exchange.";
        provider_missing: "已读取的来源里没有这家供方。", "No loaded source has this supplier.";
        back: "全部交易机构", "All exchanges";
        established: "日期", "Date";
        other_dates: "别处写的日期", "Dates given elsewhere";
        event_established: "成立", "Established";
        event_opened: "开业", "Opened";
        event_planning: "开始筹建", "Planning began";
        event_date: "日期", "Date";
        operator: "运营方", "Operator";
        partners: "合作方", "Partners";
        ownership: "所有制", "Ownership";
        own_state: "国有", "state-run";
        own_mixed: "混合", "mixed";
        own_private: "民营", "private";
        homepage: "网站", "Site";
        platform: "线上平台", "Platform";
        features: "平台能做什么", "What the platform offers";
        feature_search: "检索", "Search";
        feature_categories: "按类目浏览", "Categories";
        feature_free: "免费公开数据", "Free public data";
        feature_register: "需要登记", "Registration required";
        feature_negotiable: "价格面议", "Negotiable prices";
        tri_yes: "有", "yes";
        tri_no: "没有", "no";
        tri_some: "部分", "some";
        note: "说明", "Note";
        listings_of: "它的挂牌", "Its listings";
        no_listings: "已读取的来源里没有它的挂牌。", "No loaded source has listings of it.";
        in_catalogue: "在目录里看它的 {n} 条挂牌", "See its {n} listings in the catalogue";
        uscc: "统一社会信用代码", "Unified social credit code";
        kind: "性质", "Kind";
        kind_government: "政府部门", "government";
        supplier: "供方", "Supplier";
    }
}
