// Texts for the tests of this room, written for them: Vietnamese news and letters of other languages, in UTF-8 and NFC.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::testing {

inline const std::vector<std::string_view> kVietnamese = {
    "Sáng 14-3, Ủy ban nhân dân tỉnh cho biết cây cầu bắc qua sông sẽ đóng cửa trong hai tuần để sửa chữa các nhịp giữa. Người dân hai bên bờ được khuyên đi vòng "
    "theo tuyến đường tránh phía bắc. Theo ông Trần Văn Lĩnh, giám đốc sở giao thông, kinh phí dự kiến khoảng 12 tỷ đồng và lấy từ ngân sách địa phương.",
    "Bộ trưởng Bộ Y tế hôm qua bác bỏ tin đồn rằng thuốc hạ sốt sắp hết hàng. \"Chúng tôi vẫn còn đủ dùng cho sáu tháng tới\", bà nói trong cuộc họp báo ở Hà Nội. "
    "Trước đó, nhiều hiệu thuốc tại các quận nội thành đã giới hạn số lượng bán ra cho mỗi khách.",
    "Nước lũ rút chậm, hàng nghìn hộ vẫn bị cô lập. Lực lượng cứu hộ dùng xuồng máy chở mì gói, nước uống và áo phao tới từng xóm. Đến chiều tối, ba người mất tích "
    "chưa được tìm thấy; chính quyền xã kêu gọi bà con ở lại nơi trú ẩn cho đến khi có thông báo mới.",
    "Đội tuyển nữ thắng 2-1 trong trận giao hữu tối thứ bảy nhờ bàn gỡ hòa của tiền đạo trẻ và cú sút phạt ở phút bù giờ. Huấn luyện viên khen tinh thần các học trò "
    "nhưng thừa nhận hàng thủ còn mắc nhiều lỗi vị trí.",
    "Giá gạo xuất khẩu tăng tuần thứ năm liên tiếp. Các nhà nhập khẩu Philippines và Indonesia đặt mua thêm, trong khi nguồn cung ở đồng bằng chững lại vì thu hoạch muộn. "
    "Hiệp hội lương thực dự báo giá sẽ giữ ở mức cao ít nhất đến cuối quý.",
    "Tòa án tuyên phạt bị cáo Nguyễn Thị Hường bảy năm tù về tội lừa đảo chiếm đoạt tài sản. Luật sư của bà cho rằng mức án quá nghiêm khắc và nói sẽ kháng cáo. "
    "Các nạn nhân, phần lớn là người già, rời phòng xử với vẻ mệt mỏi.",
    "Nhà nghiên cứu khuyên trẻ em ngủ đủ chín tiếng, uống nhiều nước và hạn chế nhìn màn hình trước giờ đi ngủ. Khảo sát trên bốn trăm gia đình cho thấy những em thức khuya "
    "thường xuyên học kém tập trung hơn, dễ cáu gắt và hay quên việc.",
    "Quốc hội thảo luận về dự luật đất đai sửa đổi. Một số đại biểu đề nghị làm rõ cách xác định giá bồi thường, số khác muốn rút ngắn thời gian giải quyết khiếu nại "
    "xuống còn ba mươi ngày. Phiên họp tiếp tục vào sáng mai.",
};

// A text in a language other than Vietnamese, in an encoding by ICU's name, and what it may be told as.
struct Foreign {
  std::string_view encoding;
  std::vector<std::string_view> told_as;   // encodings whose reading of such text is the same, or nearly
  std::string_view text;
};

inline const std::vector<Foreign> kForeign = {
    {"windows-1252", {"windows-1252", "iso-8859-15", "windows-1254"},
     "Le maire a annoncé mardi que la bibliothèque resterait fermée jusqu’à la fin de l’été, en raison de travaux plus coûteux que prévu. Les élèves des écoles "
     "voisines seront accueillis à l’hôtel de ville, où une salle a été aménagée. « Nous avons trouvé une solution là où personne n’y croyait », a-t-elle déclaré."},
    {"windows-1252", {"windows-1252", "iso-8859-15", "windows-1254"},
     "Die Bürgermeisterin erklärte gestern, die Brücke müsse für mehrere Wochen gesperrt werden. Für Fußgänger gebe es einen schmalen Übergang über die Mühle. "
     "Später hieß es, die Kosten könnten auf über drei Millionen Euro steigen; größere Schäden seien nicht ausgeschlossen."},
    {"windows-1252", {"windows-1252", "iso-8859-15", "windows-1254"},
     "El ministro aseguró ayer que la sequía no pondrá en peligro el suministro de agua este año. Según él, los embalses están más llenos de lo que se creía. "
     "La oposición pidió una comisión y señaló que nadie dirá qué pasó en la última reunión. Sí habrá más información mañana."},
    {"windows-1252", {"windows-1252", "iso-8859-15", "windows-1254"},
     "A câmara municipal não aprovou a construção da nova estação. Os moradores já tinham enviado várias petições, e a decisão será conhecida amanhã. "
     "Segundo o vereador, há três razões técnicas e uma questão de orçamento que ninguém soube explicar até à última sessão."},
    {"windows-1250", {"windows-1250", "iso-8859-2"},
     "Ministerstvo školství včera oznámilo, že zkoušky se letos odkládají kvůli povodním. Žáci z postižených obcí dostanou náhradní termín až v září. "
     "Ředitelé škol si stěžují, že o změně nevěděli, a žádají rychlejší pomoc při opravách střech a učeben."},
    {"windows-1250", {"windows-1250", "iso-8859-2"},
     "Prezydent miasta ogłosił, że most zostanie zamknięty na dwa tygodnie. Mieszkańcy są źli, bo objazd wydłuża drogę do pracy o pół godziny. "
     "Według urzędników naprawa będzie kosztować więcej, niż zakładano, a pieniądze trzeba jeszcze znaleźć."},
    {"windows-1251", {"windows-1251"},
     "Мэр города заявил во вторник, что мост через реку будет закрыт на две недели из-за ремонта. Жителям советуют пользоваться объездной дорогой. "
     "По словам чиновников, работы обойдутся дороже, чем предполагалось, а деньги выделят из областного бюджета."},
    {"KOI8-R", {"koi8-r", "koi8-u"},
     "Врачи предупредили, что число заболевших гриппом выросло за неделю почти вдвое. Школы в трёх районах перевели на дистанционное обучение. "
     "Министр здравоохранения призвал жителей не паниковать и делать прививки вовремя."},
    {"gb18030", {"gb18030", "gbk"},
     "市长周二宣布，跨河大桥将因维修关闭两周，居民须绕行北侧公路。官员表示，工程费用高于预期，资金将由省级预算拨付。当地商户担心客流减少，要求政府给予补偿。"},
    {"Big5", {"big5"}, "市長週二宣布，跨河大橋將因維修關閉兩週，居民須繞行北側公路。官員表示，工程費用高於預期，資金將由省級預算撥付。當地商戶擔心客流減少，要求政府給予補償。"},
    {"Shift_JIS", {"shift_jis"},
     "市長は火曜日、川にかかる橋を修理のため二週間閉鎖すると発表した。住民には北側の道路を使うよう呼びかけている。工事の費用は予想を上回り、県の予算から支出される見通しだ。"},
    {"EUC-JP", {"euc-jp"},
     "気象庁は水曜日、東北地方で大雪になるおそれがあるとして警戒を呼びかけた。鉄道会社は一部の列車を運休する予定で、利用者に最新の情報を確認するよう求めている。"},
    {"EUC-KR", {"euc-kr"},
     "시장은 화요일 다리를 보수하기 위해 두 주 동안 통행을 막는다고 밝혔다. 주민들에게는 북쪽 도로를 이용해 달라고 당부했다. 공사 비용은 예상보다 늘어나 도 예산에서 지원될 전망이다."},
};

}  // namespace hearsay::testing
