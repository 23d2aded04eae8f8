//! Words for what goes wrong with a file that is looked at. Apart from the other codes, so that
//! they come with the preview.

use super::{Lang, bytes, codes, fill};
use wire::search::Failure;

/// What went wrong with a file, with what to do next.
pub(crate) fn file_failure(failure: &Failure, lang: Lang) -> (String, &'static str) {
    let (what, next) = match failure.code.as_str() {
        "login-page" => (
            lang.pick("对方返回的是网页，不是数据，多半要先登记或登录。", "The site sent a web page, not data. You probably have to register first."),
            lang.pick("请在交易机构网站登记后下载。", "Register with the exchange to download this file."),
        ),
        "unsupported" => (
            lang.pick("这种文件（{data}）这里还不能显示。", "A file of this kind ({data}) cannot be shown here yet."),
            lang.pick("可以下载后用别的程序打开。", "Download it and open it with another program."),
        ),
        "gone" => (
            lang.pick("选好的文件读不到了：它被移走、改动或删掉了。", "The chosen file can no longer be read: it was moved, changed or deleted."),
            lang.pick("请再选一次。", "Choose it again."),
        ),
        "no-ranges" => (
            lang.pick("对方网站不能只给文件的一部分，后面的内容取不到。", "The site does not send parts of a file, so what stands further in it cannot be fetched."),
            lang.pick("可以下载后在本机打开。", "Download it and open it on your machine."),
        ),
        "encrypted" => (
            lang.pick("文件加了密，这里打不开。", "The file is encrypted and cannot be opened here."),
            lang.pick("请向供方索取没有加密的文件或样例。", "Ask the supplier for a file or a sample that is not."),
        ),
        "password" => (
            lang.pick("文件有密码，这里打不开。", "The file has a password and cannot be opened here."),
            lang.pick("可以下载后用密码打开，或向供方索取没有密码的样例。", "Download it and open it with the password, or ask the supplier for a sample without one."),
        ),
        "empty" if failure.data == "zip" => (
            lang.pick("压缩包里没有文件。", "There is no file in the archive."),
            lang.pick("请向供方核对。", "Ask the supplier."),
        ),
        "empty" => (
            lang.pick("文件是空的。", "The file is empty."),
            lang.pick("请向供方核对。", "Ask the supplier."),
        ),
        "checksum" => (
            lang.pick("解开后的校验和（CRC-32）对不上：文件在传输或保存时坏了。", "The check sum (CRC-32) of what was unpacked is another: the file was damaged on its way or where it is kept."),
            lang.pick("可以再试，或向供方核对。", "Try again, or ask the supplier."),
        ),
        "archive-too-large" => (
            lang.pick("压缩包的目录在文件末尾，而对方不支持分段读取，只能从头读起；这个压缩包超过了这样能读的 {data}。", "The list of an archive's files stands at its end. This site does not give parts of files, so that it would be read from its beginning, and it is longer than the {data} that are read so."),
            lang.pick("可以下载后用“看自己的文件”打开。", "Download it and open it as a file of your own."),
        ),
        "changed" => (
            lang.pick("对方的文件在读的时候变了，或者给的不是所要的那一段。", "The file changed while it was read, or the site sent another part of it than was asked for."),
            lang.pick("请从头再读一次。", "Read it again from its beginning."),
        ),
        "short" => (
            lang.pick("对方说文件更长，却只给到这里。", "The site says that the file is longer, and gave no more of it."),
            lang.pick("可以再试，或向供方核对。", "Try again, or ask the supplier."),
        ),
        "aborted" => (
            lang.pick("还没有读出行就停下了。", "Reading was stopped before any row came."),
            lang.pick("可以重新读。", "Read it again when you like."),
        ),
        "worker-start" => (
            lang.pick("打开这种文件的程序没能取到（{data}）：网络断了，或者本站没有放这个程序。", "The program that opens such files could not be fetched ({data}): the network is down, or this site does not have it."),
            lang.pick("连上网络后再试；仍不行就下载后用别的程序打开。", "Try again once the network is back; otherwise download the file and open it with another program."),
        ),
        "unreadable" if failure.data.is_empty() => (
            lang.pick("文件损坏了，或者不完整。", "The file is damaged, or not whole."),
            lang.pick("可以再试，或向供方核对。", "Try again, or ask the supplier."),
        ),
        "unreadable" => (
            lang.pick("文件内容读不懂：{data}。", "The file's content cannot be understood: {data}."),
            lang.pick("可以换一种编码再试，或下载后打开。", "Try another encoding, or download it."),
        ),
        _ => return codes::failure(failure, lang),
    };
    let data = match (failure.code.as_str(), failure.data.parse()) {
        ("archive-too-large", Ok(n)) => bytes(n),
        _ => failure.data.clone(),
    };
    (fill(what, &[("data", &data)]), next)
}
