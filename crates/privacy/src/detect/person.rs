//! Names of people. A name has nothing to check: what is told is whether a cell **looks** like
//! one, and the column decides. Chinese names begin with a surname (the four hundred commonest
//! have some 98 % of people); others are one to four words with a capital.

use super::han::Set;

/// The commonest surnames of one character, by the ministry's reports and the census.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁\
    任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛\
    樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游\
    辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵\
    苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺\
    楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜\
    羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由";

/// Surnames of two characters.
const DOUBLE: &str = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 轩辕 端木 独孤 南宫 西门 申屠 闻人 呼延 澹台 \
    歐陽 諸葛 東方 尉遲 公孫 夏侯 長孫";

/// The traditional forms of the commonest.
const TRADITIONAL: &str = "張劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭袁於蔣餘葉蘇魏呂盧薑鍾譚陸範賈韋鄒邱龍顧龔邵萬錢嚴湯齊喬龐顏倪莊聶魯嶽\
    蘭歐關華駱藍屈饒單畢遊連盧婁竇黨費衛應閔鞏師";

/// Characters that are in many two- and three-character words and in hardly any given name.
const NOT_GIVEN: &str = "市县区省镇乡村街路局部厅院校司社所站店厂厦楼房费率量额数度级类型号码表单元件次个项期月年日时的了是在有无不未已\
    和与及或";

/// Titles before and behind names of other writings, with or without a full stop.
const TITLES: &str = " mr mrs ms miss dr prof ";

/// What the shapes of names are compared with.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    surnames: Set,
    /// The first characters of surnames of two.
    doubles: Set,
    not_given: Set,
}

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A Chinese name; a number for its surname, to tell whether they vary.
    Chinese(u32),
    /// Words with capitals. Many other things look so.
    Words,
    /// No name.
    Other,
}

impl Names {
    pub(crate) fn new() -> Self {
        Self {
            surnames: Set::of(&[SURNAMES, TRADITIONAL]),
            doubles: Set::of(&[DOUBLE]),
            not_given: Set::of(&[NOT_GIVEN]),
        }
    }

    /// Whether a text of Chinese characters is a surname and one or two more.
    #[inline]
    pub(crate) fn look(&self, text: &str) -> Look {
        let bytes = text.as_bytes();
        if bytes.first().is_some_and(u8::is_ascii) {
            return words(text);
        }
        if !matches!(bytes.len(), 6 | 9 | 12) {
            return dotted(text);
        }
        let mut chars = text.chars();
        let Some(first) = chars.next() else {
            return Look::Other;
        };
        let double = || {
            let two = text.get(..6).unwrap_or_default();
            bytes.len() >= 9
                && self.doubles.has(first)
                && DOUBLE.split(' ').any(|known| known == two)
        };
        let is_name = match bytes.len() {
            12 => double(),
            _ => self.surnames.has(first) || double(),
        };
        let given = chars.all(|c| is_han(c) && !self.not_given.has(c));
        if is_name && given {
            Look::Chinese(u32::from(first))
        } else {
            Look::Other
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// Names of peoples that write theirs in parts: `阿卜杜拉·买买提`.
fn dotted(text: &str) -> Look {
    let mut parts = text.split(['·', '•', '・']);
    let is_part = |part: &str| (2..=8).contains(&part.chars().count()) && part.chars().all(is_han);
    match (parts.next(), parts.next()) {
        (Some(first), Some(second)) if text.len() <= 60 && is_part(first) && is_part(second) => {
            Look::Chinese(first.chars().next().map_or(0, u32::from))
        }
        _ => Look::Other,
    }
}

/// One to five words of letters, all with a capital, as `Braund, Mr. Owen Harris`.
fn words(text: &str) -> Look {
    if text.len() > 60 {
        return Look::Other;
    }
    let mut count = 0;
    for word in text.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
        let title = TITLES
            .split(' ')
            .any(|title| !title.is_empty() && word.eq_ignore_ascii_case(title));
        if title {
            continue;
        }
        let mut chars = word.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        if !capital || !chars.all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | '’')) {
            return Look::Other;
        }
        count += 1;
    }
    if (1..=5).contains(&count) {
        Look::Words
    } else {
        Look::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_and_one_or_two_characters_look_like_a_name() {
        let names = Names::new();
        let look = |text: &str| names.look(text);
        for name in [
            "张伟",
            "王小明",
            "欧阳修",
            "欧阳娜娜",
            "阿卜杜拉·买买提",
            "陳大文",
        ] {
            assert!(matches!(look(name), Look::Chinese(_)), "{name}");
        }
        for other in [
            "张",
            "张家口市",
            "数据集",
            "黄河路",
            "高中",
            "本科",
            "王小二三四",
            "张3",
            "成功率",
        ] {
            // Two characters that begin with a surname cannot be told from a name alone.
            let expected = if other == "高中" {
                Look::Chinese(0x9AD8)
            } else {
                Look::Other
            };
            assert_eq!(look(other), expected, "{other}");
        }
        assert_eq!(look("Braund, Mr. Owen Harris"), Look::Words);
        assert_eq!(look("O'Neil Mary-Jane"), Look::Words);
        assert_eq!(look("order 12"), Look::Other);
    }
}
