//! Words of the frame: header, footer, buttons that every page has.

use super::words;

words! {
    /// Words of the frame.
    Common {
        skip: "跳到正文", "Skip to the content";
        main_nav: "主导航", "Main";
        home: "首页", "Home";
        browse: "目录", "Catalogue";
        exchanges: "交易机构", "Exchanges";
        request: "询价", "Ask";
        menu: "菜单", "Menu";
        close: "关闭", "Close";
        theme_auto: "配色：跟随系统", "Colours: as the system";
        theme_light: "配色：浅", "Colours: light";
        theme_dark: "配色：深", "Colours: dark";
        other_language: "English", "中文";
        search: "检索", "Search";
        search_catalogue: "检索目录", "Search the catalogue";
        search_hint: "名称、供方、字段，例如：企业处罚", "Name, supplier, column, e.g. company penalties";
        search_short: "名称、供方、字段", "Name, supplier, column";
        not_stated: "未说明", "Not stated";
        supplier_not_stated: "供方未说明", "Supplier not stated";
        exchange_not_stated: "机构未说明", "Exchange not stated";
        preview: "预览", "Preview";
        ask: "询价", "Ask";
        retry: "再试一次", "Try again";
        loading: "正在读取目录……", "Reading the catalogue…";
        opening_page: "正在打开这一页……", "Opening this page…";
        page_failed: "这一页没能打开。", "This page could not be opened.";
        page_failed_next: "它的程序没有取到：可能是网络断了，也可能是本站刚刚更新。可以再试一次；还是不行，请刷新浏览器。", "Its code did not arrive: the network may be down, or this site was updated just now. Try again; if that does not help, reload.";
        part_failed: "这一部分没有取到，可能是网络断了。", "This part did not arrive; the network may be down.";
        breadcrumb: "所在位置", "Breadcrumb";
        copy_link: "复制链接", "Copy link";
        copied: "已复制", "Copied";
        copy_failed: "没能复制，请从地址栏复制", "Could not copy; take it from the address bar";
        untitled: "（无标题）", "(no title)";
        partial: "{ready}／{all} 个来源已读取。", "{ready} of {all} sources read.";
        partial_failed: "{names} 没能读到，下面的结果不含它们。", "{names} could not be read; the results below are without them.";
        config_missing: "没能读到本站的配置文件 config.json，下面可能不是完整的目录。", "This shop's config.json could not be read; what follows may not be the whole catalogue.";
        reload: "重新打开本页", "Open this page again";
        see_sources: "查看来源状态", "See the sources";
        foot_about: "开源的数据交易机构门户。整站是静态文件，检索、筛选、预览都在您的浏览器里完成，不设账号，不上传文件。", "An open-source storefront for data exchanges. The whole site is static files; searching, filtering and previewing happen in your browser. No account, no upload.";
        foot_data: "本站数据", "This site's data";
        foot_sources: "来源状态与修复记录", "Sources and repairs";
        foot_own: "看自己的文件", "Look at a file of your own";
        foot_device: "存在本机的内容", "What is kept on this device";
        foot_contact: "联系我们", "Contact";
        foot_more: "更多", "More";
        foot_catalogue: "目录文件（JSON）", "Catalogue file (JSON)";
        powered: "由集市 Jishi 提供", "Runs on Jishi 集市";
        snapshot: "{name}：{n} 条挂牌", "{name}: {n} listings";
        snapshot_dated: "{name}：{n} 条挂牌，目录日期 {date}", "{name}: {n} listings, dated {date}";
        not_found: "这里没有这一页", "There is no such page";
        not_found_lead: "地址可能写错了，或挂牌已经撤下。可以回到首页，或在目录里检索。", "The address may be mistyped, or the listing was taken down. Go home, or search the catalogue.";
        go_home: "回首页", "Go home";
        go_browse: "看全部挂牌", "See all listings";
        engine_failed: "检索程序没能启动。", "The search program could not start.";
        engine_failed_next: "可以刷新再试；目录文件仍可直接取用。", "Reload to try again; the catalogue file itself is still open to you.";
        opens_elsewhere: "（外部网站 {host}）", " (external site {host})";
    }
}
