//! Names of facets and of their values.

use super::{Lang, Named, tokens};
use catalog::disclosure;
use catalog::{
    AccessRights, BillingModel, DeliveryMode, Modality, PersonalInformation, PriceState,
    ProductType, Text, UpdateClass,
};
use search::{Facet, NOT_STATED};

/// The name of a facet.
pub(crate) const fn facet_name(facet: Facet, lang: Lang) -> &'static str {
    match facet {
        Facet::Price => lang.pick("价格状态", "Price"),
        Facet::Exchange => lang.pick("交易机构", "Exchange"),
        Facet::Category => lang.pick("类目", "Category"),
        Facet::Delivery => lang.pick("交付方式", "Delivery"),
        Facet::Type => lang.pick("产品类型", "Product type"),
        Facet::Update => lang.pick("更新频率", "Updates"),
        Facet::Access => lang.pick("可见范围", "Access"),
        Facet::Preview => lang.pick("能不能预览", "Preview"),
        Facet::Privacy => lang.pick("个人信息", "Personal information"),
        Facet::Billing => lang.pick("计价方式", "Billing"),
        Facet::Modality => lang.pick("内容形态", "Content"),
        Facet::Format => lang.pick("格式", "Format"),
        Facet::Industry => lang.pick("行业", "Industry"),
        Facet::Language => lang.pick("内容语言", "Language"),
        Facet::Provider => lang.pick("供方", "Supplier"),
        Facet::Place => lang.pick("地域", "Place"),
        Facet::Licence => lang.pick("许可", "Licence"),
        Facet::Disclosure => lang.pick("已说明的", "What is stated"),
    }
}

/// The name of a value: its own label where it has one, else the token's name.
pub(crate) fn facet_value(facet: Facet, value: &str, label: Option<&Text>, lang: Lang) -> String {
    if let Some((_, text)) = label.and_then(|label| label.pick(lang.tag(), "zh")) {
        return text.to_owned();
    }
    let token = match facet {
        Facet::Price => PriceState::parse(value).map(|token| token.name(lang)),
        Facet::Delivery => DeliveryMode::parse(value).map(|token| token.name(lang)),
        Facet::Type => ProductType::parse(value).map(|token| token.name(lang)),
        Facet::Update => UpdateClass::parse(value).map(|token| token.name(lang)),
        Facet::Access => AccessRights::parse(value).map(|token| token.name(lang)),
        Facet::Privacy => PersonalInformation::parse(value).map(|token| token.name(lang)),
        Facet::Billing => BillingModel::parse(value).map(|token| token.name(lang)),
        Facet::Modality => Modality::parse(value).map(|token| token.name(lang)),
        Facet::Preview => Some(preview_value(value, lang)),
        Facet::Disclosure => disclosure::Check::parse(value).map(|point| point.name(lang)),
        _ => None,
    };
    match token {
        Some(name) => name.to_owned(),
        None if value == NOT_STATED => lang.pick("未说明", "Not stated").to_owned(),
        None => match facet {
            Facet::Language => tokens::language(value, lang),
            Facet::Industry => tokens::industry(value, lang),
            Facet::Format => value.to_ascii_uppercase(),
            // A key without a label: a link from elsewhere, or a source that is not loaded.
            _ => value.split_once('~').map_or(value, |(_, id)| id).to_owned(),
        },
    }
}

fn preview_value(value: &str, lang: Lang) -> &'static str {
    match value {
        "rows" => lang.pick("可直接看", "Opens here"),
        "sample" => lang.pick("有样例", "Has a sample"),
        "columns" => lang.pick("只有字段说明", "Columns only"),
        _ => lang.pick("都没有", "Nothing"),
    }
}
