//! Words of the grid of rows: its heads, the menu of a column, filters and what they came to.

use super::words;

words! {
    /// Words of the grid.
    GridWords {
        label: "数据行", "Rows";
        help: "方向键移动，Enter 看全文，在列名上按 Enter 打开该列菜单，Shift+方向键选行，Ctrl+C 复制。", "Arrow keys move, Enter opens the whole cell, Enter on a column name opens its menu, Shift with the arrows selects rows, Ctrl+C copies.";
        row: "行号", "Row number";
        rows_seen: "第 {from}–{to} 行，共 {n} 行", "Rows {from}–{to} of {n}";
        rows_seen_at_least: "第 {from}–{to} 行，至少 {n} 行", "Rows {from}–{to} of at least {n}";
        columns_hidden: "{n} 列已隐藏", "{n} hidden";
        show_hidden: "全部显示", "Show them";
        of_first: "前 {rows} 行", "of the first {rows} rows";
        of_first_share: "前 {rows} 行，约占文件的 {share}", "of the first {rows} rows, about {share} of the file";
        of_all: "全部 {rows} 行", "all {rows} rows";
        menu_of: "“{column}”列的菜单", "Menu of column “{column}”";
        sort: "排序", "Sort";
        ascending: "从小到大", "Lowest first";
        descending: "从大到小", "Highest first";
        as_file: "按文件原来的次序", "As the file has them";
        sorted_up: "从小到大", "lowest first";
        sorted_down: "从大到小", "highest first";
        sorted_line: "按“{column}”{way}", "By “{column}”, {way}";
        covers_rows: "只在{rows}里进行", "among {rows} only";
        filter: "筛选", "Filter";
        contains: "包含文字", "Contains the text";
        from: "从", "From";
        to: "到", "To";
        apply: "筛选", "Apply";
        values: "值", "Values";
        values_note: "最常见的值；点一个看有它的行，再点别的就一起看。", "The most frequent values; choose one to see its rows, and others to see theirs too.";
        bars_note: "点一段就只看它。", "Choose a bar to see only its rows.";
        only_missing: "只看缺失", "Only missing";
        only_filled: "只看有值", "Only filled";
        arrange: "摆放", "Arrange";
        pin: "固定在左边", "Keep at the left";
        unpin: "不再固定", "Let it scroll";
        hide: "隐藏这一列", "Hide this column";
        left: "左移", "Move left";
        right: "右移", "Move right";
        wider: "加宽", "Wider";
        narrower: "变窄", "Narrower";
        resize: "拖动改列宽", "Drag to change the width";
        exact: "逐个数出", "counted one by one";
        at_least: "数到这里为止", "counted up to here";
        estimated: "HyperLogLog 估算，误差约 1%", "estimated by HyperLogLog, about 1% off";
        about_distinct: "约 {n} 个不同值", "about {n} different values";
        chip_contains: "包含“{text}”", "contains “{text}”";
        chip_or: " 或 ", " or ";
        chip_between: "{from} 至 {to}", "{from} to {to}";
        chip_between_below: "{from} 至 {to}（不含）", "{from} to {to}, not included";
        chip_from: "不小于 {from}", "{from} or more";
        chip_to: "不大于 {to}", "{to} or less";
        chip_below: "小于 {to}", "below {to}";
        chip_missing: "缺失", "missing";
        chip_filled: "有值", "filled";
        chip_search: "搜索", "Search";
        remove: "去掉条件：{name}", "Remove the condition {name}";
        clear_all: "全部清除", "Clear all";
        chosen: "已选条件", "Conditions";
        search: "在这些行里搜索", "Search these rows";
        search_go: "搜索", "Search";
        looking: "正在找，已看过 {of} 行，找到 {found} 行", "Looking: {of} rows gone through, {found} found";
        sorting: "正在排序，已看过 {of} 行", "Sorting: {of} rows gone through";
        cancel: "停下", "Cancel";
        matched: "{n} 行符合", "{n} rows match";
        matched_at_least: "至少 {n} 行符合", "at least {n} rows match";
        matched_of: "，看过{rows}", ", among {rows}";
        nothing: "没有符合的行", "No row matches";
        nothing_lead: "看过{rows}，没有一行符合这些条件。", "None of {rows} meets these conditions.";
        rows_refused: "有些行没能再从对方读到。", "Some rows could not be read from the host again.";
        copy_row: "复制选中的行", "Copy the selected rows";
        copy_link: "复制本行链接", "Copy the link to this row";
        copied_cell: "已复制这一格", "Cell copied";
        copied_rows: "已复制 {n} 行", "{n} rows copied";
        lost_columns: "文件的列变了：第 {columns} 列现在叫别的名字，链接按它们做的筛选、排序和显示没有采用。", "The file's columns have changed: column {columns} has another name by now, and what the link asked of it was left out.";
        lost_and: "、", ", ";
        lost_arranged: "文件的列变了：链接里列的次序、宽窄、隐藏和固定没有采用。", "The file's columns have changed: the order, widths, hidden and kept columns of the link were left out.";
        row_elsewhere: "第 {row} 行不在这里：文件没有这么多行，或者它不符合条件。", "Row {row} is not here: the file has not so many, or it does not fit the conditions.";
        row_unread: "第 {row} 行还没有读到；读完整个文件，就会跳到那里。", "Row {row} was not read yet; read the whole file, and it is shown.";
        copied_link: "已复制第 {row} 行的链接", "Link to row {row} copied";
        copying: "正在读取要复制的内容……", "Reading what is to be copied…";
        copy_most: "一次最多复制 {n} 行，已复制前 {n} 行", "At most {n} rows are copied at a time; the first {n} were";
        masked: "已遮挡", "masked";
        masked_found: "{n} 处{kind}", "{n} × {kind}";
    }
}
