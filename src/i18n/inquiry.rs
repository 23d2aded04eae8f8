//! Words of the inquiry: the form, its places, its problems, the ways to hand it over.

use super::{Lang, fill, words};
use inquiry::{Field, Problem, ProblemCode, UseCase};

words! {
    /// Words of the inquiry form.
    Inquiry {
        title: "询价单", "Inquiry";
        lead: "填一次，得到一份说得清楚的询价单。按“交出”之前，什么都不会离开这台设备。", "Fill it in once and get a clear inquiry. Nothing leaves this device before you hand it over.";
        about: "一、要问的挂牌", "1. The listing";
        about_waiting: "正在找这条挂牌……", "Looking for this listing…";
        about_none: "没有指定挂牌。可以在问题里写明，或者", "No listing is named. Name it in your questions, or";
        about_gone: "已读取的来源里没有这条挂牌", "No loaded source has this listing";
        about_gone_lead: "它可能已撤下，或它的来源这次没有读到。询价单仍可填写和交出，只写编号：", "It may have been taken down, or its source could not be read this time. You can still fill in and hand over the inquiry, which then holds the id only:";
        choose: "从目录里选一条", "choose one from the catalogue";
        saved: "草稿已存在本机，{time}", "Draft saved on this device, {time}";
        saved_memory: "这个浏览器不让存草稿，关掉页面就没有了。", "This browser does not let drafts be kept; closing the page loses it.";
        saved_newer: "本机这份草稿由更新的版本写下，没有动它。刷新这一页再试；现在填写的内容不会保存。", "A newer version of this site wrote the draft on this device; it was left alone. Reload and try again; what you type now is not kept.";
        saved_unreadable: "本机这份草稿读不懂，没有动它，现在填写的内容也不会保存。清空后可以重新填写。", "The draft on this device cannot be read. It was left alone, and what you type now is not kept. Erase it to start anew.";
        saving: "正在保存……", "Saving…";
        opening: "正在取本机的草稿……", "Looking for a draft on this device…";
        clear: "清空这份草稿", "Erase this draft";
        clear_sure: "填写的内容和交出记录都会抹掉。", "What you typed and the record of what was handed over will be erased.";
        yes_clear: "清空", "Erase";
        keep: "保留", "Keep";
        other_drafts: "本机还有别的草稿：", "Other drafts on this device:";
        other_none: "没有指定挂牌的一份", "One about no listing";
        who: "二、谁在问", "2. Who asks";
        person: "个人", "A person";
        organization: "机构", "An organisation";
        contact_hint: "邮箱和电话至少写一个，供方才能答复。", "Give at least one of e-mail and telephone, so that the supplier can answer.";
        what: "三、怎么用", "3. What for";
        use_none: "不写", "Not given";
        promise: "我不会用它与其他数据拼接来认出个人", "I will not combine it with other data to identify persons";
        cross_no: "不出境", "No";
        cross_yes: "出境", "Yes";
        cross_unknown: "还没定", "Not decided";
        terms: "四、条件与问题", "4. Terms and questions";
        sample: "想先看一份样例", "I would like a sample first";
        add_missing: "把挂牌没写的 {n} 点问进去", "Ask about the {n} points the listing leaves out";
        missing_lead: "挂牌里有几点没有写明，请补充：", "The listing leaves some points out. Please tell us more:";
        optional: "可不填", "optional";
        errors: "有 {n} 处要改", "{n} things to correct";
        errors_one: "有 1 处要改", "1 thing to correct";
        document: "将要交出的原文", "What will be handed over";
        document_exact: "一字不差", "word for word";
        document_as: "查看方式", "Shown as";
        as_text: "文字", "Text";
        as_json: "JSON", "JSON";
        deliver: "五、怎么交出", "5. Hand it over";
        deliver_hint: "“已交出”只表示离开了本机，不表示对方已收到。", "“Handed over” only means that it left this device, not that it was received.";
        download_json: "JSON 文件", "JSON file";
        download_text: "文字文件", "Text file";
        copy: "复制文字", "Copy the text";
        mail: "打开邮件", "Open the mail";
        mail_long: "全文放不进邮件链接：邮件里只有摘要，全文同时下载成文件，请附在邮件里。", "The text does not fit into a mail link. The mail holds a summary, and the whole is downloaded as a file for you to attach.";
        send: "提交", "Send";
        link: "打开页面", "Open the page";
        way_download: "存成文件", "Keep a file";
        way_download_sub: "打印或自己转交", "To print or pass on yourself";
        way_copy: "复制到剪贴板", "Copy to the clipboard";
        way_copy_sub: "粘贴到邮件或聊天里", "To paste into a mail or chat";
        way_mail_sub: "写好一封邮件，在您的邮件程序里打开，由您发出。收件人 {to}", "Writes a mail and opens it in your mail program; you send it. To {to}";
        way_contact_sub: "目录没有写收件途径，这是它的联系邮箱 {to}。邮件写好后由您发出", "The catalogue names no way for inquiries; this is its contact address {to}. You send the mail";
        way_webhook_sub: "直接提交到收件接口，收件方 {to}", "Sent directly; the recipient is {to}";
        way_issue_sub: "在 {to} 打开一条新议题，由您提交", "Opens a new issue at {to}; you submit it";
        way_link_sub: "复制全文，并打开 {to} 的询价页", "Copies the text and opens the form of {to}";
        way_public: "任何人都能看到。已去掉姓名、单位和联系方式，正文请自行检查。", "Anyone can read it. Names, organisation and contact data are left out; check the text itself.";
        wrong_no_address: "目录写的一条收件途径（{data}）没有地址，不能用。", "A way named for inquiries ({data}) has no address and cannot be used.";
        wrong_address: "目录写的一个收件地址不能用：{data}", "An address named for inquiries cannot be used: {data}";
        wrong_email: "目录写的一个收件邮箱不能用：{data}", "A mail address named for inquiries cannot be used: {data}";
        wrong_repository: "目录写的一个公开议题地址不能用：{data}", "An issue tracker named for inquiries cannot be used: {data}";
        wrong_kind: "目录写的收件途径“{data}”需要服务器，本站只有静态文件，不能用。", "The way “{data}” named for inquiries needs a server; this site is static files.";
        state_not: "未交出", "Not handed over";
        state_mend: "等改好", "Waiting for corrections";
        state_sending: "正在提交……", "Sending…";
        state_downloaded: "已下载，{time}", "Downloaded, {time}";
        state_copied: "已复制，{time}", "Copied, {time}";
        state_mail: "已交给邮件程序，{time}", "Given to the mail program, {time}";
        state_opened: "已打开，{time}", "Opened, {time}";
        state_sent: "已交出，{time}", "Handed over, {time}";
        state_failed: "没交出去，{time}", "Not handed over, {time}";
        state_earlier: "{time} 交出的是改动前的内容。", "What was handed over at {time} was before your last change.";
        failed_network: "没能连上。可能是网络断了，也可能是对方不接受别的网页提交，浏览器不告诉我们是哪一种。内容已存在本机，可以再试，或改用下面的办法。", "No connection. Either the network is down or the other side does not accept pages like this one; the browser does not say which. Your text is kept on this device; try again, or use another way below.";
        failed_offline: "这台设备没有联网。内容已存在本机，联网后可以再试。", "This device is offline. Your text is kept on it; try again when you are back.";
        failed_status: "对方回答了错误码 {data}，多半是暂时的。内容已存在本机，可以再试，或改用下面的办法。", "The other side answered with error {data}, probably a passing one. Your text is kept on this device; try again, or use another way below.";
        failed_later: "对方现在太忙（{data}），请在 {time} 之后再试。内容已存在本机。", "The other side is busy ({data}); try again after {time}. Your text is kept on this device.";
        failed_refused: "对方不收这份内容（错误码 {data}），原样再交没有用。可以改动后再交，或改用下面的办法。", "The other side refused it (error {data}); the same again will not help. Change it, or use another way below.";
        failed_timeout: "等了 30 秒没有回应，对方可能已收到。内容已存在本机；再试用的是同一个编号，对方可以认出。", "No answer after 30 seconds; it may have arrived. Your text is kept on this device. Trying again uses the same reference, so the other side can tell.";
        failed_interrupted: "上次提交时页面关掉了，对方可能已收到。再试用的是同一个编号，对方可以认出。", "The page was closed while it was being sent; it may have arrived. Trying again uses the same reference, so the other side can tell.";
        failed_clipboard: "浏览器不让复制。请在“将要交出的原文”里选中文字，自己复制。", "The browser does not allow copying. Select the text under “What will be handed over” and copy it by hand.";
        failed_download: "浏览器没有让保存文件。可以改用复制。", "The browser would not save the file. Copy the text instead.";
        failed_insecure: "对方的地址不是加密的（http），浏览器不让从这一页提交。请改用别的办法。", "The address is not encrypted (http), so the browser does not send to it from this page. Use another way.";
        failed_address: "对方的地址不能从这一页访问。请改用别的办法。", "The address cannot be reached from this page. Use another way.";
        refused_sending: "正在提交，请等一等。", "It is being sent; please wait.";
        refused_sent: "这份内容已经交出。改动后可以再交。", "This has been handed over. Change it to hand it over again.";
        refused_for_good: "对方不收这份内容。改动后可以再交。", "The other side refused this. Change it to hand it over again.";
        refused_early: "对方要求 {time} 之后再试。", "The other side asks to wait until {time}.";
    }
}

/// The name of a place of the form.
pub(crate) const fn field_name(field: Field, lang: Lang) -> &'static str {
    match field {
        Field::Kind => lang.pick("身份", "You are"),
        Field::Organization => lang.pick("单位", "Organisation"),
        Field::Uscc => lang.pick("统一社会信用代码", "Unified social credit code"),
        Field::Industry => lang.pick("行业", "Industry"),
        Field::Name => lang.pick("联系人", "Your name"),
        Field::Role => lang.pick("职务", "Role"),
        Field::Email => lang.pick("电子邮箱", "E-mail"),
        Field::Tel => lang.pick("电话", "Telephone"),
        Field::Purpose => lang.pick("用途", "Purpose"),
        Field::UseCase => lang.pick("用途类别", "Kind of use"),
        Field::Quantity => lang.pick("预计用量", "Quantity"),
        Field::PeriodStart => lang.pick("从哪天起用", "First day of use"),
        Field::PeriodEnd => lang.pick("用到哪天", "Last day of use"),
        Field::Delivery => lang.pick("希望的交付方式", "Delivery wished for"),
        Field::BudgetMax => lang.pick("预算上限", "Budget, at most"),
        Field::BudgetCurrency => lang.pick("币种", "Currency"),
        Field::Deadline => lang.pick("希望何时答复", "Answer wished by"),
        Field::Sample => lang.pick("样例", "Sample"),
        Field::CrossBorder => lang.pick("是否出境使用", "Will the data cross a border?"),
        Field::NoReidentification => lang.pick("声明", "Promise"),
        Field::Questions => lang.pick("问题", "Questions"),
        Field::Consent => lang.pick("同意", "Consent"),
    }
}

/// What helps to fill in a place; empty where its name says enough.
pub(crate) const fn field_hint(field: Field, lang: Lang) -> &'static str {
    match field {
        Field::Uscc => lang.pick("18 位，见营业执照", "18 characters, as on the licence"),
        Field::Purpose => lang.pick(
            "写给什么业务用、给谁看、是否再加工。供方最先看这一项。",
            "What business it is for, who will see it, whether it is processed further. Suppliers read this first.",
        ),
        Field::Quantity => lang.pick("例如：50 小时、10 万次", "e.g. 50 hours, 100,000 calls"),
        Field::BudgetMax => lang.pick("例如：300,000 或 30 万", "e.g. 300,000"),
        Field::BudgetCurrency => {
            lang.pick("三个字母；不填按 CNY（人民币）", "Three letters; CNY (yuan) if left empty")
        }
        Field::Questions => lang.pick(
            "例如：价格怎么算、怎么交付、权利由谁持有。",
            "e.g. how the price is made, how it is delivered, who holds the rights.",
        ),
        _ => "",
    }
}

/// The name of a kind of use.
pub(crate) const fn use_case(case: UseCase, lang: Lang) -> &'static str {
    match case {
        UseCase::AiTraining => lang.pick("训练或测试模型", "Training or testing a model"),
        UseCase::Analysis => lang.pick("内部分析", "Analysis for own decisions"),
        UseCase::Product => lang.pick("用于产品或服务", "Part of a product or service"),
        UseCase::RiskControl => lang.pick("风控或合规", "Risk control or compliance"),
        UseCase::Research => lang.pick("研究或教学", "Research or teaching"),
        UseCase::PublicService => lang.pick("公共服务", "Public service"),
        UseCase::Other => lang.pick("其他", "Other"),
    }
}

/// What is wrong at a place and how to mend it.
pub(crate) fn problem(problem: &Problem, lang: Lang) -> String {
    let data = problem.data.as_str();
    // Two values stand in one text, such as `2040/2000` or `8→3`.
    let (first, second) = data.split_once(['/', '→']).unwrap_or((data, ""));
    fill(
        sentence(problem, lang),
        &[("data", data), ("first", first), ("second", second)],
    )
}

const fn sentence(problem: &Problem, lang: Lang) -> &'static str {
    match problem.code {
        ProblemCode::Required => lang.pick("还没有填写。", "This is still empty."),
        ProblemCode::NoContact => {
            lang.pick("邮箱和电话至少写一个。", "Give at least one of e-mail and telephone.")
        }
        ProblemCode::NoConsent => {
            lang.pick("同意后才能交出。", "It can be handed over once you agree.")
        }
        ProblemCode::TooLong => lang.pick(
            "现在有 {first} 个字，最多 {second} 个。",
            "{first} characters; at most {second} fit.",
        ),
        ProblemCode::NotAnEmail => lang.pick(
            "不像一个邮箱地址，例如 name@example.org。",
            "This does not look like a mail address, e.g. name@example.org.",
        ),
        ProblemCode::NotATel => lang.pick(
            "不像一个电话号码，例如 010-12345678 转 2。",
            "This does not look like a telephone number, e.g. +86 10 1234 5678.",
        ),
        ProblemCode::UsccLength => {
            lang.pick("应为 18 位，现在是 {data} 位。", "It has 18 characters; this has {data}.")
        }
        ProblemCode::UsccCharacter => lang.pick(
            "代码里不会有“{data}”。字母 I、O、S、V、Z 不用，可能是数字 1、0、5、2。",
            "No code holds “{data}”. The letters I, O, S, V, Z are not used; perhaps it is the digit 1, 0, 5 or 2.",
        ),
        ProblemCode::UsccCheckDigit => lang.pick(
            "校验位不对：按前 17 位算，最后一位应是 {second}，现在是 {first}。请对照营业执照。",
            "The check digit is wrong: the first 17 give {second}, the last one is {first}. Compare with the licence.",
        ),
        ProblemCode::UsccOrganizationDigit => lang.pick(
            "第 17 位按组织机构代码算应是 {data}。有些登记确实如此，请对照营业执照；不改也能交出。",
            "By the organisation code, character 17 should be {data}. Some registers do hold such codes: compare with the licence. You can hand it over as it is.",
        ),
        ProblemCode::NotADate => lang.pick("这不是日历上的一天。", "This is not a day of the calendar."),
        ProblemCode::EndBeforeStart => {
            lang.pick("早于开始的那天（{data}）。", "This is before the first day ({data}).")
        }
        ProblemCode::DatePassed => lang.pick(
            "这一天已经过了（今天是 {data}）；不改也能交出。",
            "This day has passed (today is {data}). You can hand it over as it is.",
        ),
        ProblemCode::NotAnAmount => lang.pick(
            "只写一个数，例如 300,000 或 30 万。",
            "Write one number, e.g. 300,000.",
        ),
        ProblemCode::NotACurrency => {
            lang.pick("币种写三个字母，例如 CNY、USD。", "Write three letters, e.g. CNY, USD.")
        }
    }
}
