//! Words of the pages about this catalogue and about what is kept on the device.

use super::words;

words! {
    /// Words of "about this catalogue" and "kept on this device".
    Shop {
        about_title: "关于这份目录", "About this catalogue";
        about_lead: "来源、读到了什么、修复了什么，都写在这里。", "Where it comes from, what was read, and what was repaired.";
        sources: "来源", "Sources";
        source: "来源", "Source";
        address: "地址", "Address";
        state: "状态", "State";
        listings: "挂牌", "Listings";
        exchanges: "机构", "Exchanges";
        size: "读取量", "Read";
        dated: "目录日期", "Dated";
        took: "用时", "Took";
        repairs: "修复与疑点", "Repairs and doubts";
        loading: "正在读取", "Reading";
        ready: "已读取", "Read";
        partial_files: "已读取 {ready}／{all} 个文件", "{ready} of {all} files read";
        failed: "没读到", "Not read";
        retry: "再试", "Retry";
        invented: "虚构样例", "Invented";
        no_repairs: "没有修复。", "No repairs.";
        repair_count: "{n} 处", "{n}";
        place: "位置", "Place";
        what: "情况", "What";
        value: "原值", "Value";
        show_repairs: "{source}：{n} 处修复与疑点", "{source}: {n} repairs and doubts";
        repairs_first: "只列前 {n} 处。", "The first {n} are listed.";
        config_title: "站点配置", "Site configuration";
        config_ok: "config.json 没有问题。", "config.json is fine.";
        config_bad: "config.json 有 {n} 处没有照办，其余照常：", "{n} options in config.json were not followed; the rest works:";
        config_missing: "没有读到 config.json，按默认设置运行。", "config.json could not be read; the defaults are used.";
        how_title: "这里怎么说话", "How this site speaks";
        how_price: "价格先说状态，再说数字：标价、免费、面议、未标价、数字存疑。空白不等于免费。", "Prices are a state before they are a number: price, free, negotiable, not stated, doubtful. Blank is not free.";
        how_missing: "没写的写成“未说明”，不写成“没有”。", "What is not given is “not stated”, never “no”.";
        how_count: "每个数字都说明它覆盖了什么。", "Every figure says what it covers.";
        how_leave: "检索、筛选、预览都在您的浏览器里完成；您不交出，什么都不会离开这台设备。", "Searching, filtering and previewing happen in your browser; nothing leaves this device unless you hand it over.";
        engine_version: "页面与检索程序的消息版本：{n}", "Message version of page and search program: {n}";
        device_title: "存在本机的内容", "Kept on this device";
        device_lead: "这些内容只在这台设备的这个浏览器里，站点看不到。可以导出或抹掉。", "These are in this browser on this device only; the site cannot see them. Export or erase them here.";
        device_none: "本机没有存任何内容。", "Nothing is kept on this device.";
        device_memory: "这个浏览器不让网页保存内容，下面的内容关掉页面就没有了。", "This browser does not let pages keep anything; what is below is gone when the page closes.";
        device_newer: "有 {n} 条内容是更新的版本写下的，这一版读不懂，原样留着。", "{n} items were written by a newer version; this one cannot read them and leaves them alone.";
        kind: "内容", "What";
        kept_at: "保存时间", "Kept at";
        draft: "询价草稿", "Inquiry draft";
        preference: "偏好", "Preference";
        preference_language: "界面语言：{value}", "Interface language: {value}";
        preference_theme: "配色：{value}", "Colours: {value}";
        export: "导出 JSON", "Export JSON";
        erase: "全部抹掉", "Erase everything";
        erase_sure: "抹掉后无法找回。确定？", "This cannot be undone. Erase everything?";
        erase_yes: "抹掉", "Erase";
        erase_no: "留着", "Keep";
        erased: "已全部抹掉。", "Everything was erased.";
        erase_one: "抹掉", "Erase";
        open: "打开", "Open";
    }
}
