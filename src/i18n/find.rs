//! Words of browsing: result head, chips, facets, sorting, paging, categories.

use super::words;

words! {
    /// Words of browsing.
    Find {
        title: "目录检索", "Search the catalogue";
        filters: "筛选", "Filters";
        filter_panel: "筛选条件", "Filters";
        show_results: "看 {n} 条结果", "Show {n} results";
        results: "检索结果", "Results";
        count: "条", "listings";
        count_one: "条", "listing";
        searched: "，检索范围 {sources} 个来源的 {n} 条", ", searched {n} in {sources} sources";
        searched_one: "，检索范围 {n} 条", ", of {n} searched";
        at_least: "至少 ", "at least ";
        still_loading: "，还有来源在读取", ", more sources are loading";
        chosen: "已选条件", "Active filters";
        or_join: " 或 ", " or ";
        words_chip: "词", "Words";
        remove: "移除条件：{name}", "Remove: {name}";
        clear_all: "全部清除", "Clear all";
        sort: "排序", "Sort";
        sort_relevance: "相关程度", "Relevance";
        sort_newest: "日期，新的在前", "Newest";
        sort_title: "名称", "Title";
        sort_price: "价格，低的在前", "Price, least first";
        sort_size: "规模，大的在前", "Size, most first";
        sort_disclosure: "说明得多的在前", "Most said first";
        find_in: "在 {n} 个值中查找", "Find in {n} values";
        more_values: "其余 {n} 个", "{n} more";
        fewer_values: "收起", "Fewer";
        price_hint: "空白归入“未标价”，不算免费。", "Blank fields are “not stated”, not free.";
        preview_hint: "能不能在这里直接看到数据。", "Whether data can be seen here.";
        next: "下一页", "Next";
        previous: "上一页", "Previous";
        pages: "分页", "Pages";
        empty: "没有同时满足这些条件的挂牌", "No listing meets all of these conditions";
        empty_lift: "去掉{name}", "Without {name}";
        empty_lift_n: "有 {n} 条", "gives {n}";
        empty_words: "词“{text}”", "the words “{text}”";
        empty_failed: "没有一个来源读到了，所以这里没有挂牌。", "No source could be read, so there is nothing to list.";
        empty_failed_text: "原因写在本站数据一页。可以再试；网络断了时，连上后再试。", "The reasons are on the page about this site's data. Try again, once the network is back if it was that.";
        off_shelf: "，另有 {n} 条已撤下或过期，不在其中", ", {n} delisted or expired ones left out";
        empty_text: "换一个词，或少选一个条件。", "Try another word, or one condition less.";
        empty_catalogue: "目录里还没有挂牌。", "The catalogue has no listings yet.";
        no_listing_has: "没有一条挂牌符合：", "No listing has: ";
        dropped: "链接里有 {n} 个条件没法照办，已略过：", "The link asks for {n} things that cannot be done here, left out: ";
        page_past: "没有这么多页，共 {n} 页。", "There are not that many pages; there are {n}.";
        delivery: "交付", "Delivery";
        update: "更新", "Updates";
        size: "规模", "Size";
        columns: "字段", "Columns";
        sample: "样例", "Sample";
        can_preview: "可直接看", "Opens here";
        has_sample: "有", "Yes";
        only_columns: "只有字段说明", "Columns only";
        no_sample: "未提供", "None given";
        delisted: "已撤下", "Delisted";
        sensitive: "可能含敏感个人信息", "May hold sensitive personal data";
        personal: "可能含个人信息", "May hold personal data";
        holds_personal: "含个人信息", "Holds personal data";
        public_data: "公开", "Public";
        categories: "类目", "Categories";
        all_categories: "全部类目", "All categories";
        categories_lead: "类目用各来源的原名；数字含下级类目。", "Categories keep each source's own names; counts include what is below.";
        subcategories: "下级类目", "Below this";
        in_category: "这一类的挂牌", "Listings in this category";
        category_missing: "已读取的来源里没有这个类目。", "No loaded source has this category.";
    }
}
