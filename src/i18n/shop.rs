//! Words of the pages about this catalogue and about what is kept on the device.

use super::words;

words! {
    /// Words of "about this catalogue" and "kept on this device".
    Shop {
        about_title: "关于这份目录", "About this catalogue";
        about_lead: "从哪里来，读到了什么，修复了什么，都写在这里。", "Where it comes from, what was read, and what was repaired.";
        sources: "来源", "Sources";
        sources_none: "config.json 没有写来源，因此没有可读的目录。", "config.json names no source, so there is no catalogue to read.";
        sources_read: "{ready}／{all} 个来源已读取。", "{ready} of {all} sources read.";
        sources_loading: "还有 {n} 个在读取。", "{n} more are being read.";
        source: "来源", "Source";
        state: "状态", "State";
        listings: "挂牌", "Listings";
        exchanges: "机构", "Exchanges";
        size: "读取量", "Bytes read";
        dated: "目录日期", "Catalogue date";
        took: "用时", "Took";
        seconds: "{n} 秒", "{n} s";
        millis: "{n} 毫秒", "{n} ms";
        loading: "正在读取", "Reading";
        ready: "已读取", "Read";
        partial_files: "已读取 {ready}／{all} 个文件", "{ready} of {all} files read";
        failed: "没读到", "Not read";
        retry: "再试", "Retry";
        retry_source: "再试：{name}", "Retry: {name}";
        open_address: "打开地址", "Open the address";
        repairs: "修复与疑点", "Repairs and doubts";
        repairs_lead: "读取器修好的、存疑的、略过的，一处一处记在这里。别的内容不受影响。", "What was mended, doubted or left out while reading, one by one. The rest is not affected.";
        no_repairs: "“{source}”读取时没有修复，也没有疑点。", "Nothing in “{source}” was mended or doubted.";
        repairs_of: "“{source}”：{n} 处", "“{source}”: {n}";
        repairs_first: "共 {n} 处，列出前 {shown} 处。", "{n} in all; the first {shown} are listed.";
        place: "位置", "Place";
        what: "情况", "What";
        value: "原值", "Value";
        error: "有误", "Fault";
        warning: "存疑", "Doubt";
        info: "提示", "Note";
        config_title: "站点配置", "Site configuration";
        config_ok: "config.json 里的选项都照办了。", "Every option in config.json was followed.";
        config_bad: "config.json 有 {n} 处没有照办，其余照常：", "{n} options in config.json were not followed; the rest works:";
        how_title: "这里怎么说话", "How this site speaks";
        how_price: "价格先说状态，再说数字。空白和单独的 0 都不算免费。", "Prices are a state before they are a number. A blank, or a bare 0, is not free.";
        state_number: "原文写了金额。", "An amount is stated.";
        state_free: "原文写明免费。", "Stated as free.";
        state_nego: "谈了才知道；写明在哪里谈的，照写。", "Known after talks; where it is settled is shown if stated.";
        state_none: "价格栏是空的，不等于免费。", "The field is empty. That is not free.";
        state_doubt: "有数字，但要核实：单独的 0、换算残留、同一数字反复出现。", "A number to question: a bare 0, the remainder of a conversion, one number repeated.";
        how_missing: "没写的写成“未说明”，不写成“没有”。", "What is not given is “not stated”, never “no”.";
        how_marks: "不是原文的值带标记：译、转述、推断、编者、旁证。没有标记的照原文。", "A value that was not quoted carries a mark: translated, paraphrased, inferred, editorial, external. Unmarked values are as the source has them.";
        how_count: "每个数字都说明它覆盖了什么。", "Every figure says what it covers.";
        how_leave: "检索、筛选、预览都在您的浏览器里完成；您不交出，什么都不会离开这台设备。", "Searching, filtering and previewing happen in your browser; nothing leaves this device unless you hand it over.";
        device_title: "存在本机的内容", "Kept on this device";
        device_lead: "这些内容只在这台设备的这个浏览器里，站点看不到。可以导出，也可以抹掉。", "These are in this browser on this device only; the site cannot see them. Export or erase them here.";
        device_opening: "正在看本机存了什么……", "Looking at what is kept…";
        device_none: "本机没有存任何内容", "Nothing is kept on this device";
        device_none_lead: "写询价时会自动存一份草稿，换过语言或配色也会记住。", "Inquiries are saved as drafts while you write them; a chosen language or colours are remembered.";
        device_memory: "这个浏览器不让网页保存内容", "This browser does not let pages keep anything";
        device_memory_next: "下面的内容关掉页面就没有了。要留着，请先导出。", "What is below is gone when the page closes. Export it to keep it.";
        device_newer: "有 {n} 条是更新的版本写下的，这一版读不懂，原样留着。仍可导出或抹掉。", "{n} were written by a newer version. This one cannot read them and leaves them alone; they can be exported or erased.";
        device_failed: "浏览器没能读出保存的内容", "The browser could not read what is kept";
        device_failed_next: "可以刷新再试。浏览器的说法：{reason}", "Reload to try again. The browser says: {reason}";
        drafts: "询价草稿", "Inquiry drafts";
        draft_no_listing: "没有针对挂牌的询价", "An inquiry about no listing";
        kept_at: "{time} 保存", "Saved {time}";
        newer: "更新的版本写下的", "Written by a newer version";
        preferences: "偏好", "Preferences";
        preference_language: "界面语言", "Interface language";
        preference_theme: "配色", "Colours";
        theme_system: "跟随系统", "as the system";
        theme_light: "浅", "light";
        theme_dark: "深", "dark";
        export: "导出 JSON", "Export as JSON";
        export_failed: "浏览器没能生成文件。", "The browser could not make the file.";
        erase: "全部抹掉", "Erase everything";
        erase_sure: "抹掉后无法找回。", "This cannot be undone.";
        erase_yes: "确定抹掉", "Erase";
        erase_no: "留着", "Keep";
        erased: "已全部抹掉。", "Everything was erased.";
        erased_one: "已抹掉：{name}", "Erased: {name}";
        erase_failed: "没能抹掉。浏览器的说法：{reason}", "Could not erase. The browser says: {reason}";
        erase_one: "抹掉", "Erase";
        erase_named: "抹掉：{name}", "Erase: {name}";
        open: "打开", "Open";
        open_named: "打开：{name}", "Open: {name}";
    }
}
