//! Words of the panels below the rows: personal data, how re-identifiable the rows are, and what
//! is made of them to keep.

use super::{Lang, words};

words! {
    /// Words of the panels.
    PanelWords {
        personal_title: "这些行里可能有个人信息", "There may be personal data in these rows";
        personal_title_none: "个人信息", "Personal data";
        personal_lead: "在本机扫描读到的 {rows}得出，没有内容离开浏览器。单元格默认遮挡；遮挡只影响显示，不改文件。", "Found on this device in the {rows} that were read; nothing leaves the browser. Cells are masked by default; that changes what is shown, not the file.";
        personal_none: "读到的 {rows}里没有扫描到个人信息。没扫描到不等于没有。", "None was found in the {rows} that were read. Not found does not mean that there is none.";
        personal_kind: "种类", "Kind";
        personal_column: "列", "Column";
        personal_count: "命中", "Cells";
        personal_example: "例", "Example";
        personal_act: "处理", "Show";
        of_rows: "读到的 {of} 行里", "in the {of} rows that were read";
        show_bare: "显示这一列", "Show it";
        mask_again: "重新遮挡", "Mask it";
        contradiction: "挂牌写“不含个人信息”，与扫描结果不一致。", "The listing says that there is no personal information; the rows say otherwise.";
        ask_about: "把这一点加进询价单", "Add this to the inquiry";
        question: "挂牌写“不含个人信息”，但在浏览器里扫描样例时发现了疑似个人信息。请说明这些列的内容、来源和处理方式。", "The listing says that there is no personal information, but a scan of the sample in the browser found what looks like some. Please say what these columns hold, where it is from and how it was treated.";
        risk_title: "挑几列，看能否认出单个人或单位", "Choose columns: can single people be told apart?";
        risk_lead: "勾选别人可能知道的列（准标识符），再算有多少行在这些列上相同。", "Tick the columns that others may know (quasi-identifiers); then rows that are alike in them are counted.";
        risk_suggested: "按列名和内容先勾了几列，可以改。", "Some are ticked by their names and values; change them as you like.";
        risk_columns: "列的角色", "Roles of the columns";
        risk_column: "列", "Column";
        risk_known: "别人可能知道", "Others may know it";
        risk_sensitive: "不该被知道", "Must not be learned";
        risk_more: "列出其余的列", "List the other columns";
        risk_measure: "计算", "Measure";
        risk_choose: "先勾选至少一列。", "Tick at least one column first.";
        risk_chosen: "已选：{columns}", "Chosen: {columns}";
        risk_this_column: "这一列", "this column";
        risk_these_columns: "这 {n} 列", "these {n} columns";
        risk_on: "在这 {rows} 行的{columns}上。", "on {columns} in these {rows} rows.";
        risk_unique: "{unique} 行独一无二，{under} 行的同组不足 5 行。", "{unique} rows are alone; {under} rows are in groups of fewer than 5.";
        risk_classes: "共 {n} 组，平均每组 {size} 行；在组内猜一行是谁，平均有 {chance} 猜中", "{n} groups, {size} rows each on average; a guess within the group of a row is right {chance} of the time";
        risk_l_t: "{column}：l = {l}，t = {t}", "{column}: l = {l}, t = {t}";
        risk_missing: "别人可能知道的列里，缺失算作一个单独的值：都缺失的行彼此相同。不该被知道的列里，空白不计入。", "In columns that others may know, a missing value counts as a value of its own: rows that lack it are alike in it. In columns that must not be learned, a blank counts for nothing.";
        risk_limits: "只说明这几列、这些行。别的列、别的数据合起来仍可能认出人。", "This is about these columns and these rows. Other columns, and other data, may still tell people apart.";
        list_join: "、", ", ";
        export: "导出所见行", "Export what is seen";
        export_csv: "CSV（Excel 可直接打开）", "CSV (opens in Excel)";
        export_json: "JSON", "JSON";
        export_found: "符合条件的 {rows}，看过{among}。", "{rows} that match, among {among}.";
        export_all: "{among}。", "{among}.";
        export_hidden: "隐藏的 {n} 列不在文件里。", " The file lacks {n} hidden columns.";
        export_note: "显示的列，按现在的条件和次序。遮挡着的列导出时仍遮挡。像公式的单元格会加引号，不会被执行。", "The columns shown, by the present conditions and order. Masked columns stay masked. Cells that look like formulas are made harmless.";
        export_at: "导出时间：{date}", "Exported: {date}";
        exporting: "正在导出，已写 {rows}", "Exporting, {rows} written";
        export_cancel: "停下", "Cancel";
        exported: "已导出 {rows}", "{rows} exported";
        export_broke: "没有导出：写了 {rows}后，后面的行取不到了。", "Not exported: after {rows} no more could be had. ";
        export_waits: "还在找行，找完再导出。", "Rows are still being found; export them then.";
        export_refused: "浏览器没能保存这个文件", "The browser could not save the file";
        own_title: "看自己的文件", "Look at a file of your own";
        own_lead: "选一个文件，在这台机器上看它的行、列和个人信息。文件不上传，断网也能看。", "Choose a file to see its rows, its columns and personal data in it, on this machine. It is not uploaded; this works without a network.";
        own_choose: "选择文件", "Choose a file";
        own_drop: "也可以把文件拖到这里", "or drop it here";
        own_one: "一次打开一个文件：这是“{name}”，另外 {n} 个没有打开。", "One file is opened at a time: this is {name}; {n} more were not.";
        own_again: "换一个文件", "Choose another file";
        own_next: "可以用别的程序打开它，或者换一个文件来看。", "Open it with another program, or look at another file here.";
        own_kinds: "CSV、TSV、JSON、NDJSON、GeoJSON、Parquet、Excel、ODS，以及装着它们的 ZIP 和 GZIP。", "CSV, TSV, JSON, NDJSON, GeoJSON, Parquet, Excel and ODS, and ZIP or GZIP of them.";
        own_from: "本机文件：{name}", "A file on this device: {name}";
    }
}

/// A kind of personal data.
pub(crate) fn personal_kind(kind: &str, lang: Lang) -> String {
    let words = match kind {
        "resident-id" => lang.pick("居民身份证号", "resident ID number"),
        "credit-code" => lang.pick("统一社会信用代码", "unified social credit code"),
        "phone" | "mobile" => lang.pick("电话号码", "phone number"),
        "bank-card" => lang.pick("银行卡号", "bank card number"),
        "passport" => lang.pick("护照号", "passport number"),
        "plate" => lang.pick("车牌号", "licence plate"),
        "email" => lang.pick("电子邮箱", "e-mail address"),
        "ip" => lang.pick("IP 地址", "IP address"),
        "mac" => lang.pick("MAC 地址", "MAC address"),
        "coordinates" => lang.pick("经纬度", "coordinates"),
        "name" => lang.pick("姓名", "name of a person"),
        "address" => lang.pick("地址", "address"),
        other => return other.to_owned(),
    };
    words.to_owned()
}
