//! Words of what is kept and taken along: the shortlist, saved searches, files.

use super::words;

words! {
    /// Words of the shortlist, of saved searches, and of files that go out and come in.
    Keep {
        shortlist: "备选", "Shortlist";
        put: "加入备选", "Shortlist";
        put_named: "加入备选：{name}", "Put on the shortlist: {name}";
        is_put: "在备选中", "On the shortlist";
        is_put_named: "在备选中，点一下取下：{name}", "On the shortlist, press to take off: {name}";
        has_note: "有备注，请到“存在本机的内容”取下", "It has a note; take it off on “kept on this device”";
        put_failed: "没能存下，再试", "Not kept, try again";
        keepers: "保存或导出", "Save or export";
        save: "保存这个检索", "Save this search";
        saving: "正在记下现在有哪些挂牌……", "Noting which listings there are now…";
        saved: "已保存“{name}”。下次来，会告诉您有几条新的。", "Saved “{name}”. Next time you are told how many are new.";
        saved_memory: "这个浏览器不让网页保存内容：“{name}”关掉页面就没有了。", "This browser keeps nothing: “{name}” is gone when the page closes.";
        saved_before: "这个检索已经保存过：“{name}”。", "This search is saved already: “{name}”.";
        save_failed: "没能保存。浏览器的说法：{reason}", "Could not save. The browser says: {reason}";
        see_kept: "看存在本机的内容", "See what is kept on this device";
        all_listings: "全部挂牌", "All listings";
        export_csv: "导出结果为表格（CSV）", "Export the results as a table (CSV)";
        export_json: "导出结果为 JSON", "Export the results as JSON";
        exporting: "正在取全部结果……", "Getting all results…";
        exported: "已导出全部 {n} 条。", "Exported all {n}.";
        exported_some: "共 {total} 条，导出了前 {n} 条。加些条件可以分批导出。", "Exported the first {n} of {total}. Add conditions to export the rest in parts.";
        exported_loading: "还有来源在读取，不在其中。", "Sources still loading are not in it.";
        searches: "保存的检索", "Saved searches";
        search_name: "检索的名字", "Name of the search";
        new_n: "{n} 条新的", "{n} new";
        none_new: "没有新的", "Nothing new";
        gone_n: "，{n} 条不在了", ", {n} gone";
        price_changed: "价格变了：原为 {was}，现为 {now}", "Price changed: was {was}, now {now}";
        prices_changed_n: "，{n} 条价格变了", ", {n} with another price";
        more_changed: "另有 {n} 条价格变了，这里不一一列出。", "{n} more have another price; they are not listed here.";
        since: "自 {time} 起", "since {time}";
        too_many: "条数太多，无法逐条比较：现在 {now} 条，上次 {then} 条", "Too many to compare one by one: {now} now, {then} then";
        looking: "正在核对……", "Checking…";
        note: "备注", "Note";
        up: "上移", "Up";
        up_named: "上移：{name}", "Move up: {name}";
        down: "下移", "Down";
        down_named: "下移：{name}", "Move down: {name}";
        take_off: "取下", "Take off";
        take_off_named: "取下：{name}", "Take off: {name}";
        not_there: "已读取的来源里没有它", "No loaded source has it";
        added: "{time} 加入", "added {time}";
        shortlist_csv: "导出备选为表格（CSV）", "Export the shortlist as a table (CSV)";
        import: "导入", "Import";
        import_file: "选一个导出的 JSON 文件", "Choose an exported JSON file";
        import_rules: "导入只增加，不减少：这里没有的加到末尾；备选里两边都有的，备注都留；同一个检索留一份；草稿两边不同的，留这里的。文件里的偏好不取用。", "Importing only adds. What is not here comes at the end; where both have a listing on the shortlist, both notes stay; a search is kept once; of drafts that differ, the one here stays. Preferences in the file are not taken.";
        imported: "读入 {file}：新增 {added} 条，合并 {joined} 条，{same} 条已有，{left} 条照这里的留着。", "Read {file}: {added} added, {joined} joined, {same} here already, {left} left as they are here.";
        imported_left_out: "有 {n} 条不是能认的记录，略过：{places}", "{n} are no records of ours and were left out: {places}";
        import_not_json: "{file} 不是 JSON 文件，或不完整。这里什么都没有改。", "{file} is not JSON, or is cut off. Nothing was changed here.";
        import_not_kept: "{file} 不是从这里导出的文件。这里什么都没有改。", "{file} was not exported from such a page. Nothing was changed here.";
        import_newer: "{file} 是更新的版本写下的，这一版读不懂。这里什么都没有改。", "{file} was written by a newer version, which this one cannot read. Nothing was changed here.";
        import_too_large: "{file} 太大，不像是导出的文件。这里什么都没有改。", "{file} is too large for an exported file. Nothing was changed here.";
        import_unreadable: "{file} 读不到。这里什么都没有改。", "{file} could not be read. Nothing was changed here.";
        column_listing: "挂牌", "Listing";
        column_key: "编号", "Key";
        column_address: "地址", "Address";
        column_supplier: "供方", "Supplier";
        column_exchange: "交易机构", "Exchange";
        column_price: "价格状态", "Price";
        column_amount: "金额", "Amount";
        column_currency: "币种", "Currency";
        column_per: "每", "Per";
        column_words: "价格原文", "Price as written";
        column_delivery: "交付", "Delivery";
        column_update: "更新", "Updates";
        column_size: "规模", "Size";
        column_columns: "字段数", "Columns";
        column_dated: "日期", "Dated";
        column_source: "来源", "Source";
        column_taken: "导出时间", "Exported";
        column_added: "加入时间", "Added";
    }
}
