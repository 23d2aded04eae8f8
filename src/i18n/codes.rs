//! Words for failures and for doubts about prices: codes with data become sentences here.

use super::{Lang, bytes, fill, grouped};
use catalog::{Doubt, NegotiationChannel, PriceState};
use search::HitPrice;
use wire::search::Failure;

/// What went wrong, with what to do next.
pub(crate) fn failure(failure: &Failure, lang: Lang) -> (String, &'static str) {
    let (what, next) = match failure.code.as_str() {
        "blocked" => (
            lang.pick(
                "没能读到。可能是网络断了，也可能是对方网站不允许别的网页读取。浏览器不告诉我们是哪一种。",
                "It could not be read. Either the network is down or the other site does not let pages like this one read it. The browser does not say which.",
            ),
            lang.pick("可以再试，或直接打开对方的地址。", "Try again, or open the other site's address itself."),
        ),
        "mixed-content" => (
            lang.pick("对方的地址是 http，本页是 https，浏览器不允许读取。", "The address is http and this page is https; the browser does not allow reading it."),
            lang.pick("可以直接打开对方的地址。", "Open the address itself."),
        ),
        "timeout" => (
            lang.pick("等了太久没有回应。", "There was no answer in time."),
            lang.pick("可以再试。", "Try again."),
        ),
        "status" => (
            lang.pick("对方回答了错误码 {data}。", "The site answered with error {data}."),
            status_next(&failure.data, lang),
        ),
        "too-large" => (
            lang.pick("文件太大（{data}），超过了能读的上限。", "The file is too large ({data}), beyond what can be read."),
            lang.pick("可以下载后在本机打开。", "Download it and open it on your machine."),
        ),
        "refused-address" => (
            lang.pick("目录里的这个地址不能从这里读取（{data}）。", "This address in the catalogue cannot be read from here ({data})."),
            lang.pick("请向机构核对地址。", "Ask the exchange about the address."),
        ),
        "not-a-catalog" => (
            lang.pick("读到的不是目录。", "What came back is not a catalogue."),
            lang.pick("请站点维护者核对 config.json 里的地址。", "The site's host should check the address in config.json."),
        ),
        "no-mapping" => (
            lang.pick("这是一张表，但没有配映射文件。", "This is a table, but it has no mapping."),
            lang.pick("请站点维护者在 config.json 里补上 mapping。", "The site's host should add a mapping in config.json."),
        ),
        "bad-mapping" => (
            lang.pick("映射文件有误：{data}。", "The mapping is not usable: {data}."),
            lang.pick("请站点维护者用 jishi check 核对。", "The site's host can check it with jishi check."),
        ),
        "program-part" => (
            lang.pick("读取这个来源的程序没能取到，多半是网络断了。", "The part of the program that reads this source could not be fetched; most likely the network is down."),
            lang.pick("连上网络后再试。", "Try again once the network is back."),
        ),
        "index-version" => (
            lang.pick("这里的索引是另一版本的程序做的（{data}）。", "The index here was made by another version ({data})."),
            lang.pick("重新打开本页；仍不行就请站点维护者重做一次。", "Open the page again; if that does not help, the site's host should build it again."),
        ),
        "index-damaged" => (
            lang.pick("索引的一个文件损坏了（{data}）。", "A file of the index is damaged ({data})."),
            lang.pick("可以再试；仍不行就请站点维护者重做一次。", "Try again; if that does not help, the site's host should build it again."),
        ),
        "broke-off" => (
            lang.pick("读到一半线路断了。", "The line broke before the file was whole."),
            lang.pick("可以再试。", "Try again."),
        ),
        "worker" => (
            lang.pick("预览程序停了（{data}），可能是文件太大，内存不够。", "The preview program ended ({data}); the file may be too large for this device’s memory."),
            lang.pick("可以再试，或下载后打开。", "Try again, or download the file."),
        ),
        "wire-version" => (
            lang.pick("网站刚刚更新，本页还是旧的。", "The site was updated just now, and this page is still the old one."),
            lang.pick("请重新打开本页。", "Open this page again."),
        ),
        _ => (
            lang.pick("出了问题（{data}）。", "Something went wrong ({data})."),
            lang.pick("可以再试。", "Try again."),
        ),
    };
    let data = match (failure.code.as_str(), failure.data.parse()) {
        ("too-large", Ok(n)) => bytes(n),
        (code, _) if failure.data.is_empty() => code.to_owned(),
        _ => failure.data.clone(),
    };
    (fill(what, &[("data", &data)]), next)
}

/// What to do about a status that a host answered with.
fn status_next(status: &str, lang: Lang) -> &'static str {
    match status {
        "401" | "403" | "407" | "451" => lang.pick(
            "对方不让这样读取，可能要先登记或登录；可以直接打开对方的地址。",
            "The site does not let this be read, perhaps not without registration; open its address itself.",
        ),
        "404" | "410" => lang.pick(
            "地址多半已变，请告诉机构。",
            "The address has changed, most likely; tell the exchange.",
        ),
        "429" => lang.pick(
            "对方嫌请求太多，过一会儿再试。",
            "The site has had too many requests; try again in a while.",
        ),
        status if status.starts_with('5') => lang.pick(
            "是对方网站的故障，过一会儿再试，或告诉机构。",
            "The fault is at the other site; try again in a while, or tell the exchange.",
        ),
        _ => lang.pick(
            "可以再试，或告诉机构。",
            "Try again, or tell the exchange.",
        ),
    }
}

/// The sentence under a price: what the state means here.
pub(crate) fn price_note(price: &HitPrice, lang: Lang) -> String {
    match price.state {
        PriceState::Number => String::new(),
        PriceState::Free => lang.pick("原文写明“免费”。", "Stated as free.").to_owned(),
        PriceState::NotStated => lang
            .pick(
                "价格栏为空，不等于免费。",
                "The field is empty. That is not free.",
            )
            .to_owned(),
        PriceState::Negotiable => match price.channel {
            Some(NegotiationChannel::Offline) => lang
                .pick("原文：线下谈。", "Settled offline, as stated.")
                .to_owned(),
            Some(NegotiationChannel::Online) => lang
                .pick("原文：线上谈。", "Settled online, as stated.")
                .to_owned(),
            _ => lang
                .pick("在哪里谈：未说明", "Settled where: not stated")
                .to_owned(),
        },
        PriceState::Doubtful => doubt_note(price, lang),
    }
}

fn doubt_note(price: &HitPrice, lang: Lang) -> String {
    let reason = match price.doubts.first() {
        Some(Doubt::ZeroWithoutFree) => lang.pick(
            "写着 0，但没有写“免费”。请向机构核实。",
            "It says 0 but not “free”. Ask the exchange.",
        ),
        Some(Doubt::FloatDebris) => lang.pick(
            "小数位异常，像是换算残留。请向机构核实。",
            "Odd decimals, like the remainder of a conversion. Ask the exchange.",
        ),
        Some(Doubt::RepeatedAmount) | None => lang.pick(
            "本机构 {n} 条挂牌写着同一数字，可能是占位。请向机构核实。",
            "{n} listings of this exchange state the same number; it may be a placeholder. Ask the exchange.",
        ),
    };
    fill(
        reason,
        &[("n", &grouped(price.same_amount.unwrap_or_default()))],
    )
}
