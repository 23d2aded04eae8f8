//! Which columns somebody else may know, by their names and by how their values repeat. Only a
//! proposal: whoever looks decides.

use table::{Column, ColumnProfile, Kind, Profile};

use crate::name::Name;

/// What a column may be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Known to others or easy to find out, and telling people apart in combination.
    Quasi,
    /// What people would not want told of them.
    Sensitive,
}

/// Why it is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its name says so.
    Name,
    /// Its values repeat as those of a trait do: between 2 and 100 different ones, each in at
    /// least ten rows on average.
    Values,
}

/// A proposed column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its position.
    pub column: usize,
    /// What it may be.
    pub role: Role,
    /// Why.
    pub reason: Reason,
}

/// Parts of names of quasi-identifiers: the usual list of the de-identification guide
/// (GB/T 37964-2019, annex) and of HIPAA's safe harbour.
const QUASI: &str = "年龄 岁 性别 出生 生日 邮编 邮政编码 地区 区域 省 城市 地市 区县 县区 街道 乡镇 \
    籍贯 户籍 居住地 所在地 民族 国籍 职业 职务 职称 岗位 工种 行业 单位 学历 学位 教育 文化程度 学校 专业 年级 \
    婚姻 婚否 政治面貌 入职 入学 毕业 住院日期 就诊日期 \
    age gender sex birth dob birthday birthdate zip zipcode postcode postal region province city \
    county district state town country nationality ethnicity ethnic race native occupation job \
    profession title position workclass employer industry education degree school major grade \
    marital married relationship religion language household";

/// Parts of names of sensitive columns: PIPL article 28, GB/T 35273-2020 annex B.
const SENSITIVE: &str = "疾病 诊断 病史 病种 症状 用药 药品 检验结果 体检 血型 收入 工资 薪资 薪酬 存款 余额 \
    负债 贷款 征信 信用 宗教 信仰 犯罪 违法 处罚 成绩 分数 \
    患病 病情 病名 病因 病况 确诊 感染 传染 残疾 过敏 手术 遗传 基因 肿瘤 癌 死因 低保 贫困 \
    disability infection cancer tumor tumour allergy surgery diabetes hiv \
    disease diagnosis icd illness symptom medication drug health income salary wage balance debt \
    loan credit religion crime score";

/// More different values than this are no trait, unless the name says so.
const MOST_VALUES: u64 = 100;

/// Fewer rows a value than this tell of a name or a number rather than of a trait.
const ROWS_A_VALUE: u64 = 10;

/// The columns that are worth proposing, in the order of the table. `profile` is that of the
/// same columns.
#[must_use]
pub fn suggest(columns: &[Column], profile: &Profile) -> Vec<Suggestion> {
    let found = columns.iter().zip(&profile.columns).enumerate();
    let proposed = found.filter_map(|(at, (column, found))| {
        let (role, reason) = role(column, found, profile.rows)?;
        Some(Suggestion {
            column: at,
            role,
            reason,
        })
    });
    proposed.collect()
}

fn role(column: &Column, found: &ColumnProfile, rows: u64) -> Option<(Role, Reason)> {
    let different = found.distinct.value();
    // One value for all tells nobody apart.
    if different < 2 {
        return None;
    }
    let name = Name::new(&column.name);
    if !column.invented && name.has_any(SENSITIVE) {
        return Some((Role::Sensitive, Reason::Name));
    }
    if !column.invented && name.has_any(QUASI) {
        return Some((Role::Quasi, Reason::Name));
    }
    let kind = matches!(
        found.kind,
        Kind::Text | Kind::Integer | Kind::Boolean | Kind::Date
    );
    let filled = rows.saturating_sub(found.missing);
    let repeats =
        found.distinct.is_exact() && different <= MOST_VALUES && filled / different >= ROWS_A_VALUE;
    (kind && repeats).then_some((Role::Quasi, Reason::Values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::{Cell, Table, profile};

    fn suggested(names: &[&str], rows: &[&[&str]]) -> Vec<(usize, Role, Reason)> {
        let mut table = Table::new(names.iter().map(|name| Column::new(*name)).collect());
        for row in rows {
            table.push_row(row.iter().map(|cell| Cell::Text(cell)));
        }
        let found = suggest(table::Rows::columns(&table), &profile(&table));
        found.iter().map(|s| (s.column, s.role, s.reason)).collect()
    }

    #[test]
    fn names_in_both_languages_are_known_and_words_are_not_taken_apart() {
        let names = [
            "patient_age",
            "package",
            "性别",
            "Disease",
            "出生日期",
            "homeCity",
            "k",
        ];
        let rows: [&[&str]; 2] = [
            &["1", "x", "男", "flu", "1990-01-01", "A", "1"],
            &["2", "y", "女", "cold", "1991-01-01", "B", "1"],
        ];
        let (quasi, name) = (Role::Quasi, Reason::Name);
        assert_eq!(
            suggested(&names, &rows),
            [
                (0, quasi, name),
                (2, quasi, name),
                (3, Role::Sensitive, name),
                (4, quasi, name),
                (5, quasi, name),
            ]
        );
    }

    #[test]
    fn what_is_plainly_sensitive_is_not_proposed_as_known_because_it_repeats() {
        let rows: Vec<[&str; 4]> = (0..60).map(|row| [["是", "否"][row % 2]; 4]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 4]>::as_slice).collect();
        let found = suggested(&["是否患病", "确诊结果", "HIV", "has_cancer"], &rows);
        let sensitive = (0..4).map(|at| (at, Role::Sensitive, Reason::Name));
        assert_eq!(found, sensitive.collect::<Vec<_>>());
    }

    #[test]
    fn values_that_repeat_are_proposed_and_numbers_of_their_own_are_not() {
        let rows: Vec<[String; 3]> = (0..60)
            .map(|row| [row.to_string(), (row % 4).to_string(), format!("{row}.5")])
            .collect();
        let rows: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.iter().map(String::as_str).collect())
            .collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        assert_eq!(
            suggested(&["id", "group", "measure"], &rows),
            [(1, Role::Quasi, Reason::Values)]
        );
    }
}
