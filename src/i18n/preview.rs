//! Words of the preview.

use super::words;

words! {
    /// Words of the preview.
    PreviewWords {
        title: "预览", "Preview";
        of: "文件", "File";
        waiting: "正在读取文件……", "Reading the file…";
        waiting_bytes: "已读 {bytes}", "{bytes} read";
        waiting_bytes_of: "已读 {bytes}，共 {total}", "{bytes} of {total} read";
        stop: "停止", "Stop";
        whole: "已读完整个文件：{rows} 行，{bytes}。统计覆盖全部行。", "The whole file was read: {rows} rows, {bytes}. The figures cover all rows.";
        cut: "只读了开头 {bytes}，得到 {rows} 行。统计只覆盖这些行，不代表整个文件。", "Only the first {bytes} were read, which gave {rows} rows. The figures cover these rows, not the whole file.";
        cut_of: "读了 {total} 中的开头 {bytes}，得到 {rows} 行。统计只覆盖这些行，不代表整个文件。", "The first {bytes} of {total} were read, which gave {rows} rows. The figures cover these rows, not the whole file.";
        inline: "目录里直接给出的 {rows} 行。", "{rows} rows given in the catalogue itself.";
        coverage: "读取范围", "How much was read";
        read_all: "读完整个文件", "Read the whole file";
        read_all_size: "读完整个文件（{bytes}）", "Read the whole file ({bytes})";
        read_more: "多读一些（{bytes}）", "Read more ({bytes})";
        format: "格式", "Format";
        encoding: "编码", "Encoding";
        encoding_auto: "自动（{label}）", "Automatic ({label})";
        delimiter: "分隔", "Delimiter";
        delimiter_auto: "自动（{label}）", "Automatic ({label})";
        comma: "逗号 ,", "comma ,";
        semicolon: "分号 ;", "semicolon ;";
        tab: "制表符", "tab";
        pipe: "竖线 |", "pipe |";
        wide_comma: "全角逗号 ，", "full-width comma ，";
        space: "空格", "space";
        header: "首行是列名", "First row names the columns";
        header_auto: "自动", "Automatic";
        yes: "是", "Yes";
        no: "不是", "No";
        grid: "数据行", "Rows";
        grid_help: "用方向键移动，Enter 看全文，Esc 返回。", "Arrow keys move, Enter opens the whole cell, Esc leaves it.";
        row: "行", "Row";
        empty_cell: "空", "empty";
        empty_text: "空文本", "empty text";
        kind_text: "文本", "text";
        missing: "缺失", "missing";
        distinct: "不同值", "distinct";
        at_least: "至少 ", "at least ";
        range: "{min} 至 {max}", "{min} to {max}";
        rows_shown: "显示第 {from}–{to} 行，读到 {held} 行", "Rows {from}–{to} of {held} read";
        next_rows: "后 {n} 行", "Next {n} rows";
        prev_rows: "前 {n} 行", "Previous {n} rows";
        first_rows: "最前", "First";
        last_rows: "最后", "Last";
        rows_of_file: "文件共 {n} 行。", "The file has {n} rows.";
        rows_of_file_at_least: "文件至少有 {n} 行。", "The file has at least {n} rows.";
        no_rows: "读到的部分没有数据行。", "The part that was read holds no rows.";
        no_columns: "没有读出任何列。", "No column was found.";
        notices: "读取时发现", "Noticed while reading";
        notices_none: "没有发现异常。", "Nothing odd.";
        download: "下载文件", "Download the file";
        back: "回到挂牌", "Back to the listing";
        choose_file: "选择文件", "Choose a file";
        column_panel: "各列概况", "Columns";
        column: "列", "Column";
        kind: "类型", "Type";
        values: "最常见的值", "Most frequent values";
        smallest: "最小", "Lowest";
        largest: "最大", "Highest";
        covers: "统计覆盖读到的 {n} 行。", "Figures cover the {n} rows read.";
        synthetic: "合成样例：由本目录编造，只示意字段，不是真实数据。", "Synthetic sample: made up by this catalogue to show the columns. It is not real data.";
        personal_maybe: "这条挂牌可能含个人信息。行内容只在您的浏览器里显示，不会传出。", "This listing may hold personal information. The rows are shown in your browser only and go nowhere.";
        stays: "文件由您的浏览器直接向 {host} 读取，不经过本站。", "Your browser reads the file straight from {host}, not through this site.";
        worker_failed: "预览程序没能启动，可以下载文件后打开。", "The preview program could not start. Download the file instead.";
        cell_of: "{column}，第 {row} 行", "{column}, row {row}";
        close: "关闭", "Close";
        copy: "复制", "Copy";
        nothing: "这条挂牌没有可以直接看的数据。", "This listing has no data that can be opened here.";
        invented_column: "文件没有给这一列起名", "The file gives this column no name";
    }
}
