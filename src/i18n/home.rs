//! Words of the home page.

use super::words;

words! {
    /// Words of the home page.
    Home {
        title: "看公开数据，\u{200b}比挂牌，\u{200b}问价格。", "See public data, compare listings, ask for prices.";
        lead: "一张目录，{exchanges} 家交易机构，{n} 条挂牌。免费的直接看；没写价的，照实写“未标价”。", "One catalogue, {exchanges} exchanges, {n} listings. Free data opens here; where no price is written, it says so.";
        lead_plain: "{n} 条挂牌放在同一张目录里。免费的直接看；没写价的，照实写“未标价”。", "{n} listings in one catalogue. Free data opens here; where no price is written, it says so.";
        way_free: "看免费公开数据", "See free public data";
        way_free_sub: "{n} 条原文写明免费", "{n} stated as free";
        way_compare: "按条件比较挂牌", "Compare listings";
        way_compare_sub: "价格、交付、更新、字段", "Price, delivery, updates, columns";
        way_exchanges: "查交易机构", "Look up exchanges";
        way_exchanges_sub: "{n} 家，日期照原文", "{n}, with dates as written";
        field_title_all: "{n} 条挂牌，价格栏各写了什么", "What the price field of {n} listings says";
        field_unit: "每格为 1 条", "One cell each";
        field_unit_share: "每格约 {n} 条", "One cell is about {n}";
        note_number: "写了数字", "A number";
        note_free: "原文写明", "Stated";
        note_nego: "谈了才知道", "Known after talks";
        note_none: "空白，不等于免费", "Blank, which is not free";
        note_doubt: "数字需要核实", "A number to question";
        shelf: "按类目看", "By category";
        shelf_note: "类目用各来源的原名，来源之间不合并", "Categories keep each source's own names";
        shelf_all: "全部类目", "All categories";
        shelf_free: "{n} 条免费", "{n} free";
        shelf_number: "{n} 条有标价", "{n} with a price";
        shelf_empty: "还没有挂牌", "No listings yet";
        shelf_neither: "没有标价或免费的", "None priced or free";
        uncategorized: "未归类", "Unsorted";
        open_data: "可以直接看的公开数据", "Public data you can open now";
        all_n: "全部 {n} 条", "All {n}";
        newest: "最近的挂牌", "Newest listings";
        newest_all: "按日期看全部", "All by date";
        newest_none: "没有一条挂牌写了日期。", "No listing states a date.";
        listed_exchanges: "有挂牌的交易机构", "Exchanges with listings";
        directory_all: "名录共 {n} 家", "{n} in the directory";
        directory_note: "名录共 {n} 家，其中 {planned} 家只有筹建记录", "{n} in the directory, {planned} of them with planning records only";
        directory_link: "看名录与时间线", "See the directory and timeline";
        listings_unit: "条挂牌", "listings";
        facts: "市场的实情", "What the listings say";
        facts_note: "由已读取的 {n} 条挂牌直接计算，不作估计", "Computed from the {n} listings that were read, not estimated";
        fact_number: "写明数字价格", "State a number";
        fact_number_sub: "{all} 条中的 {n} 条。", "{n} of {all} listings.";
        fact_nego: "面议", "Negotiable";
        fact_nego_sub: "{all} 条中的 {n} 条，价格要谈了才知道。", "{n} of {all}: the price is known only after talks.";
        fact_none: "价格栏空白", "Leave the price blank";
        fact_none_sub: "{all} 条中的 {n} 条。空白不等于免费。", "{n} of {all}. Blank is not free.";
        fact_free: "写明免费", "State that they are free";
        fact_free_sub: "{all} 条中的 {n} 条。", "{n} of {all} listings.";
        nothing: "目录里还没有挂牌。", "The catalogue has no listings yet.";
    }
}
