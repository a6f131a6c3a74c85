// The Vietnamese grammar. All of it was written for the bench.
// SPDX-License-Identifier: Apache-2.0
#include "newswire_words.h"

namespace hearsay::bench {

const char kVietnameseGrammar[] = R"grammar(
nouns
  bông chè nho hạt_điều hồ_tiêu ca_cao quế hồi mật_ong sữa_bột bơ pho_mát cá_ngừ cá_hồi tôm_hùm mực_khô rong_biển muối đường_mía bột_mì lúa_mạch ngô
  đậu_nành khoai_tây sắn dừa xoài sầu_riêng vải_thiều nhãn cam chanh lựu ô_liu rượu_vang bia nước_khoáng thuốc_lá trầm_hương gỗ_lim tre_trúc nứa
  song_mây đá_vôi đá_hoa cát_trắng đất_sét gốm_sứ thủy_tinh gạch_ngói xi_măng nhựa_đường than_cốc quặng_sắt bô_xít đất_hiếm kẽm thiếc chì bạc_thỏi
  vàng_miếng ngọc_trai lụa_tơ_tằm len vải_bạt da_thuộc giày_dép mũ_nón áo_mưa chăn_bông màn_tuyn dây_thừng lưới_cá phao_cứu_sinh mái_chèo thuyền_thúng
  xuồng_cao_su ca_nô sà_lan cần_cẩu xe_nâng máy_ủi máy_gặt máy_bơm cối_xay lò_hơi tua_bin cáp_ngầm ăng_ten pin_mặt_trời ắc_quy bóng_đèn đèn_dầu nến diêm
  đồng_hồ la_bàn ống_nhòm máy_ảnh đàn_tranh sáo_trúc trống_đồng kèn_đồng vĩ_cầm tranh_dầu tượng_đá bia_mộ đền_cổ tháp_chuông giếng_cổ hang_động
  thác_nước rừng_ngập_mặn đầm_lầy cồn_cát san_hô rùa_biển cá_heo hải_âu sếu voi_rừng ngựa_thồ lạc_đà bò_tót cừu dê ong_mật vịt_đàn gà_đồi tằm hoa_lan
  hoa_sen hoa_đào cây_sồi cây_bách thông_già bạch_đàn cao_su ruộng_bậc_thang đê_biển đập_tràn kênh_đào cống_ngầm cầu_phao đường_hầm ga_xép toa_hàng
  đầu_máy xe_thồ xích_lô xe_buýt phà máy_bay_cánh_quạt khinh_khí_cầu con_dấu tem_thư sổ_cái bản_thảo từ_điển bản_đồ_cổ kính_thiên_văn kính_lúp
  phong_vũ_biểu máy_in giấy_dó mực_tàu lồng_đèn pháo_hoa mặt_nạ rối_nước quạt_giấy cờ_vua bóng_bàn xe_đạp ván_trượt lều_vải bếp_ga ấm_đồng chén_sứ
  khay_gỗ rương chìa_khóa ổ_khóa
topics
  thương mại {n1}
  thuế nhập khẩu {n1}
  an ninh vùng {town}
  tranh chấp biên giới ở {town}
  dự án {project}
  hợp tác quốc phòng ở {town}
  xuất khẩu {n1} và {n2}
  vùng nước quanh {town}
venues
  khách sạn {town}
  cung điện {town}
  nhà khách chính phủ {town}
  trung tâm hội nghị {town}
  biệt thự {town}
  lâu đài {town}
goods
  gạo và {n1}
  thuốc men và {n1}
  {n1}, {n2} và nước sạch
sectors
  ngân hàng và dầu khí
  các công ty vận tải biển
  ngành luyện kim
  các quan chức quân đội
  hai tập đoàn {project} và {town}
  ngành hàng không
misdeeds
  xâm nhập mạng máy tính của công ty {project}
  hậu thuẫn các tay súng ở vùng {town}
  vi phạm thỏa thuận {project}
  cản trở tàu chở {n1} gần đảo {town}
  bí mật chuyển vũ khí và {n2} qua {town}
  can thiệp vào cuộc bầu cử ở {town}
weapons
  tên lửa {project}
  tên lửa hành trình {project}
  tên lửa đạn đạo {project}

lead.meeting
  {A.leader} [đã |]gặp {B.leader} {day} tại {place}[ để bàn về {=topics}|, trọng tâm là {=topics}|]
  {day}, {A.leader} và {B.leader} [đã |]gặp nhau tại {place}
  {A.leader} [đã có|có] cuộc gặp với {B.leader} tại {place} {day}
  cuộc gặp giữa {A.leader} và {B.leader} diễn ra {day} tại {=venues} ở {place}
title.meeting
  {A.head} gặp {B.head}
  Lãnh đạo {A} và {B} gặp nhau tại {place}
  Gặp gỡ {A} - {B}: bàn chuyện {=topics}
more.meeting
  Cuộc gặp giữa hai nhà lãnh đạo kéo dài {few} giờ[ trong {=venues}|, lâu hơn dự kiến {few} phút].
  {A.short} đón {B.short} ở cửa {=venues}, [sau đó|rồi] hai người cùng đi bộ [qua vườn|ra sân trong].
  Trong cuộc gặp, {A.short} và {B.short} dành phần lớn thời gian cho {=topics}.
bg.meeting
  {A.leader.then} và {B.leader.then} từng gặp nhau {bgday}
  lãnh đạo {A} và {B} đã gặp nhau {bgday} tại {place2}
plan.meeting
  {A.leader} sẽ gặp {B.leader} {planday} tại {place}
  {A.leader} dự kiến gặp {B.leader} {planday} tại {place} để bàn về {=topics}
act.meeting
  cuộc gặp tại {place}

lead.talks
  {A.fm} [đã |]hội đàm với {B.fm} {day} tại {place}[ về {=topics}|]
  {day}, {A.fm} và {B.fm} [đã |]hội đàm tại {place}
  {A.fm} và {B.fm} [đã tiến hành|tiến hành] hội đàm tại {=venues} ở {place} {day}
title.talks
  Ngoại trưởng {A} và {B} hội đàm
  {A} và {B} hội đàm về {=topics}
more.talks
  Vòng hội đàm ở {=venues} kết thúc sau {few} giờ mà không có họp báo.
  Hai ngoại trưởng [trao cho nhau|để lại] một danh sách gồm {few} việc cần làm quanh {=topics}.
  {A.fmshort} mang theo {few} chuyên viên về {=topics}, còn {B.fmshort} chỉ đi cùng [một thư ký|hai phụ tá].
bg.talks
  ngoại trưởng {A} và {B} đã hội đàm {bgday}
  {A} và {B} từng hội đàm {bgday} tại {place2}
plan.talks
  {A.fm} sẽ hội đàm với {B.fm} {planday} tại {place}
act.talks
  cuộc hội đàm tại {place}

lead.visit
  {A.leader} [đã tới|tới] thăm {B} {day}[, chuyến thăm đầu tiên trong {few} năm|]
  {day}, {A.leader} [đã |]thăm chính thức {B} theo lời mời của {B.leader}
  {A.leader} [đã |]thăm {B} {day}, với chặng đầu ở {town}
title.visit
  {A.head} thăm {B}
  {A.head} tới thăm {B}
more.visit
  Đoàn của {A.short} gồm {count} người, trong đó có [giám đốc|đại diện] tập đoàn {project}.
  Máy bay chở {A.short} hạ cánh muộn {few} phút vì [sương mù|mưa lớn|gió mạnh] ở sân bay {town}.
  Trong chuyến thăm, {A.short} dự kiến ghé cảng {town} và nhà máy {project}.
bg.visit
  {A.leader.then} đã thăm {B} {bgday}
  {bgday}, {B.leader.then} đã thăm {A}
plan.visit
  {A.leader} sẽ thăm {B} {planday}
  {A.leader} dự kiến thăm chính thức {B} {planday} theo lời mời của {B.leader}
act.visit
  chuyến thăm {B}

lead.call
  {A.leader} [đã |]điện đàm với {B.leader} {day}[ về {=topics}|]
  {day}, {A.leader} và {B.leader} [đã |]điện đàm[, bàn về {=topics}|]
  {A.leader} [đã có|có] cuộc điện đàm với {B.leader} {day}
title.call
  {A.head} điện đàm với {B.head}
  {A.head} và {B.head} điện đàm
more.call
  Cuộc điện đàm kéo dài {count} phút và [do phía {B} đề nghị|được nối từ {=venues}].
  Trong cuộc điện đàm, {A.short} nhắc tới vụ {project} và số phận của {person1}.
bg.call
  {A.leader.then} và {B.leader.then} đã điện đàm {bgday}
  lãnh đạo {A} và {B} từng điện đàm {bgday}
act.call
  cuộc điện đàm

lead.letter
  {A.leader} [đã |]gửi thư cho {B.leader} {day}[ về {=topics}|]
  {day}, {A.leader} [đã |]gửi một bức thư cho {B.leader}
  {B.leader} [đã |]nhận được thư của {A.leader} {day}
title.letter
  {A.head} gửi thư cho {B.head}
  {B.head} nhận thư của {A.head}
more.letter
  Bức thư dài {few} trang do đặc phái viên {person1} mang tới {B.city}.
  Trong thư, {A.short} nhắc lại chuyện {project} và mời đối tác tới {town}.
bg.letter
  {A.leader.then} đã gửi thư cho {B.leader.then} {bgday}
  {bgday}, {B.leader.then} từng gửi thư cho {A.leader.then}
act.letter
  bức thư

lead.agreement
  {A} và {B} [đã |]ký thỏa thuận về {=topics} {day} tại {place}
  {day}, {A.actor} và {B.actor} [đã |]ký một thỏa thuận về {=topics}
  {A} [đã |]ký với {B} một hiệp định về {=topics} {day} tại {=venues} ở {place}
title.agreement
  {A} và {B} ký thỏa thuận về {=topics}
  {A} ký hiệp định với {B}
more.agreement
  Văn bản dài {count} trang, có hiệu lực trong {few} năm và [gồm cả|không nhắc tới] dự án {project}.
  {person1}, người đứng đầu nhóm chuyên viên của {A}, là người chấp bút điều {few}.
bg.agreement
  {A} và {B} đã ký một thỏa thuận {bgday}
  {bgday}, hai nước ký hiệp định về {noun}
plan.agreement
  {A} và {B} sẽ ký thỏa thuận về {=topics} {planday}
  {A} dự kiến ký với {B} một hiệp định về {=topics} {planday} tại {place}
act.agreement
  việc ký thỏa thuận

lead.condemn
  {A.actor} [đã |]lên án {B} {day} vì {=misdeeds}
  {day}, {A.leader} [đã |]lên án {B} {=misdeeds}
  {A.mfa} [đã |]lên án mạnh mẽ {B} {day}
title.condemn
  {A} lên án {B}
  {A.head} lên án {B}
more.condemn
  Thông cáo gồm {few} đoạn không nêu tên {person1}, người bị bắt ở {town}.
  Lời lẽ lần này gay gắt hơn hẳn bản thông cáo về {project}.
bg.condemn
  {A} đã lên án {B} {bgday}
  {bgday}, {B} cũng lên án {A}
act.condemn
  các cáo buộc đó

lead.accuse
  {A} [đã |]cáo buộc {B} {=misdeeds} {day}
  {day}, {A.mfa} [đã |]cáo buộc {B} {=misdeeds}
  {A.leader} [đã |]cáo buộc {B} {=misdeeds} {day}
title.accuse
  {A} cáo buộc {B} {=misdeeds}
  {A.head} cáo buộc {B}
more.accuse
  Hồ sơ dày {count} trang về {person1} đã được chuyển cho tòa án ở {town}.
  Ảnh chụp từ vệ tinh {project} được đưa ra làm chứng cứ, nhưng [độ nét rất thấp|ngày chụp bị bôi đen].
bg.accuse
  {A} đã cáo buộc {B} {bgday}
  {bgday}, {B} từng cáo buộc {A} do thám
act.accuse
  cáo buộc của {A}

lead.warn
  {A} [đã |]cảnh báo {B} {day} về vụ {project}
  {day}, {A.leader} [đã |]cảnh báo {B} rằng tình hình quanh {town} đang xấu đi
  {A.actor} [đã |]cảnh báo {B} {day} sau vụ {project}
title.warn
  {A} cảnh báo {B}
  {A.head} cảnh báo {B}
more.warn
  Hạn chót được nhắc tới là {few} tuần, tính từ khi {person1} rời {town}.
  Đây là lần thứ {few} trong năm {A} nhắc tới {project} bằng giọng như vậy.
bg.warn
  {A} đã cảnh báo {B} {bgday}
act.warn
  lời cảnh báo

lead.sanction
  {A} [đã |]áp đặt lệnh trừng phạt đối với {B} {day}, nhằm vào {=sectors}
  {day}, {A.actor} [đã |]áp đặt các biện pháp trừng phạt mới đối với {B}
  {A.gov} [đã |]trừng phạt {B} {day} vì {=misdeeds}
title.sanction
  {A} trừng phạt {B}
  {A} áp đặt trừng phạt mới với {B}
more.sanction
  Danh sách gồm {count} cá nhân, đứng đầu là doanh nhân {person1}, và {few} công ty có trụ sở ở {town}.
  Tài sản của hãng {project} [bị phong tỏa|bị kê biên] ngay trong đêm.
bg.sanction
  {A} đã trừng phạt {B} {bgday}
  {bgday}, {A} áp đặt lệnh trừng phạt đối với {B}
act.sanction
  lệnh trừng phạt

lead.missile
  {A} [đã |]phóng thử {=weapons} {day} từ bãi {town}
  {day}, {A.army} [đã |]phóng thử {few} {=weapons}
  {A} [đã |]thử {=weapons} {day}, theo {B.army}
title.missile
  {A} phóng thử {=weapons}
  {A} thử tên lửa, {B} lo ngại
more.missile
  Quả đạn bay chừng {count}0 km rồi rơi cách đảo {town} {count} hải lý.
  Quanh {town} vang lên {few} tiếng nổ, còn thuyền của ngư dân {person1} chao mạnh.
bg.missile
  {A} đã phóng thử tên lửa {bgday}
  lần gần nhất {A} thử tên lửa là {bgday}
act.missile
  vụ thử tên lửa

lead.aid
  {A} [đã |]viện trợ {money} cho {B} {day}
  {day}, {A.gov} [đã |]gửi hàng viện trợ nhân đạo tới {B}, gồm {=goods}
  {A} [đã |]cung cấp viện trợ nhân đạo cho {B} {day}
title.aid
  {A} viện trợ {money} cho {B}
  {A} gửi hàng viện trợ cho {B}
more.aid
  Chuyến hàng gồm {=goods} cập cảng {town} trên tàu {project}.
  Bà con ở {town} xếp hàng từ {few} giờ sáng trước phòng khám của bác sĩ {person1}.
bg.aid
  {A} đã viện trợ cho {B} {bgday}
  {bgday}, {A} viện trợ {money2} cho {B}
plan.aid
  {A} sẽ viện trợ {money} cho {B} {planday}
act.aid
  khoản viện trợ

lead.deploy
  {A} [đã |]triển khai {count}00 binh sĩ tới biên giới với {B} {day}
  {day}, {A.army} [đã |]triển khai {few} tàu chiến tới gần {B}
  {A.actor} [đã |]điều quân tới khu vực giáp {B} {day}
title.deploy
  {A} triển khai quân tới gần biên giới với {B}
  {A} điều quân tới sát {B}
more.deploy
  Đoàn xe dài {few} km đi qua {town} lúc rạng sáng, làm kẹt xe tải của tài xế {person1}.
  Trại {town} và kho {project} đầy ắp lều mới.
bg.deploy
  {A} đã triển khai quân tới biên giới với {B} {bgday}
act.deploy
  việc điều quân

lead.exercise
  {A} và {B} [đã |]tập trận chung {day} ở vùng biển {town}
  {day}, {A} và {B} [đã |]tập trận chung ở vùng biển {town}
  {A} [đã |]tiến hành tập trận chung với {B} {day}
title.exercise
  {A} và {B} tập trận chung
  {A} tập trận chung với {B}
more.exercise
  Cuộc diễn tập mang tên {project} có {count}00 binh sĩ và {few} tàu tham gia.
  Chỉ huy là đại tá {person1}; phần khó nhất là đổ bộ ban đêm ở {town}.
bg.exercise
  {A} và {B} đã tập trận chung {bgday}
plan.exercise
  {A} và {B} sẽ tập trận chung {planday}
  {A} dự kiến tập trận chung với {B} {planday} ở vùng biển {town}
act.exercise
  cuộc tập trận

lead.demo
  hàng nghìn người {A} [đã |]biểu tình phản đối {B} {day} ở {A.city}
  {day}, người dân {A} [đã |]biểu tình phản đối {B} trước đại sứ quán nước này
  khoảng {count}00 người {A} [đã |]biểu tình chống {B} {day} tại quảng trường {town}
title.demo
  Người dân {A} biểu tình phản đối {B}
  {A}: biểu tình chống {B}
more.demo
  {hurt} người bị thương khi cảnh sát dùng hơi cay gần chợ {town}.
  Dẫn đầu đoàn người là giáo viên {person1}, tay cầm ảnh chiếc tàu {project}.
bg.demo
  người dân {A} đã biểu tình phản đối {B} {bgday}
act.demo
  các cuộc biểu tình

lead.expel
  {A} [đã |]trục xuất {few} nhà ngoại giao {B} {day}
  {day}, {A.mfa} [đã |]trục xuất {few} nhân viên đại sứ quán {B}
  {A.gov} [đã |]trục xuất {few} nhà ngoại giao của {B} {day} vì {=misdeeds}
title.expel
  {A} trục xuất nhà ngoại giao {B}
  {A} trục xuất {few} nhân viên ngoại giao của {B}
more.expel
  Tùy viên {person1} cùng gia đình rời sân bay {town} trong vòng {count} giờ.
  Vụ việc bắt nguồn từ hồ sơ {project} mà báo chí gọi là chuyện cái vali.
bg.expel
  {A} đã trục xuất nhà ngoại giao {B} {bgday}
  {bgday}, {B} trục xuất đại sứ của {A}
act.expel
  vụ trục xuất

lead.recall
  {A} [đã |]triệu hồi đại sứ tại {B} {day}
  {day}, {A.mfa} [đã |]triệu đại sứ {B} để phản đối
  {A.gov} [đã |]triệu hồi đại sứ tại {B} {day} sau vụ {project}
title.recall
  {A} triệu hồi đại sứ tại {B}
more.recall
  Đại sứ {person1} ở lại {few} giờ trong phòng khách rồi ra về bằng cửa sau.
  Việc này liên quan tới {few} công dân mắc kẹt ở {town}.
bg.recall
  {A} đã triệu hồi đại sứ tại {B} {bgday}
act.recall
  việc triệu hồi đại sứ

lead.shelling
  {A.army} [đã |]pháo kích vào lãnh thổ {B} {day}, làm {dead} người chết[ và {hurt} người bị thương|]
  {day}, {A} [đã |]pháo kích {B} ở vùng {town}, khiến {dead} người thiệt mạng
  quân đội {A} và {B} [đã |]đụng độ ở vùng {town} {day}, làm {dead} người chết
title.shelling
  {A} pháo kích {B}, {dead} người chết
  Đụng độ giữa {A} và {B} ở vùng {town}
more.shelling
  {hurt} người bị thương được đưa tới bệnh viện {town}, nơi y tá {person1} trực đêm.
  Đạn rơi trúng trường {project}, nơi chừng {count} gia đình trú qua đêm.
bg.shelling
  {A} đã pháo kích {B} {bgday}
  quân đội {A} và {B} từng đụng độ {bgday}
act.shelling
  vụ pháo kích

lead.airstrike
  {A} [đã |]không kích {B} {day}, làm {dead} người chết[ và {hurt} người bị thương|]
  {day}, máy bay {A} [đã |]không kích vùng {town} của {B}, khiến {dead} người thiệt mạng
  {A.army} [đã |]không kích {B} {day}
title.airstrike
  {A} không kích {B}, ít nhất {dead} người chết
  Máy bay {A} không kích {B}
more.airstrike
  Ít nhất {dead} người chết và {hurt} người bị thương, bác sĩ {person1} ở {town} cho biết.
  Mục tiêu là kho {project} bên sông, nay chỉ còn [một mảng tường|cái cổng sắt].
bg.airstrike
  {A} đã không kích {B} {bgday}
act.airstrike
  vụ không kích

lead.appeal
  {A} [đã |]kêu gọi {B} nối lại đàm phán về {=topics} {day}
  {day}, {A.leader} [đã |]kêu gọi {B} quay lại bàn đàm phán về {=topics}
  {A.actor} [đã |]kêu gọi {B} đàm phán {day}
title.appeal
  {A} kêu gọi {B} đàm phán
  {A.head} kêu gọi {B} nối lại đàm phán
more.appeal
  Nhà báo {person1} bị giữ ở {town} từ {few} tháng nay.
  Lời kêu gọi được đọc trong lễ khánh thành cầu {project}.
bg.appeal
  {A} đã kêu gọi {B} đàm phán {bgday}
act.appeal
  lời kêu gọi

lead.release
  {A} [đã |]trả tự do cho {few} công dân {B} {day}
  {day}, {A.gov} [đã |]thả {count} tù nhân {B} tại cửa khẩu {town}
title.release
  {A} thả công dân {B}
  {A} trả tự do cho {few} tù nhân {B}
more.release
  Trong số được thả có thủy thủ {person1} của tàu {project}.
  Thân nhân chờ ở {town} suốt {few} ngày.
bg.release
  {A} đã thả {few} công dân {B} {bgday}
act.release
  việc thả người

lead.reject
  {A} [đã |]bác bỏ đề nghị đàm phán của {B} {day}
  {day}, {A.leader} [đã |]từ chối đàm phán với {B} về {=topics}
  {A.mfa} [đã |]từ chối đàm phán với {B} {day}
title.reject
  {A} từ chối đàm phán với {B}
  {A} bác bỏ đề nghị của {B}
more.reject
  Đề nghị gồm {few} điểm, do nhà trung gian {person1} soạn ở {town}.
  Điểm gây bực bội nhất liên quan tới đập {project}.
bg.reject
  {A} đã từ chối đàm phán với {B} {bgday}
act.reject
  đề nghị đàm phán

lead.arrest
  {A} [đã |]bắt giữ {few} công dân {B} {day} ở {town}
  {day}, cảnh sát {A} [đã |]bắt giữ {few} công dân {B} vì {=misdeeds}
title.arrest
  {A} bắt giữ công dân {B}
  Cảnh sát {A} bắt {few} người {B}
more.arrest
  Một trong những người bị giữ là kỹ sư {person1}, {count} tuổi, nhân viên hãng {project}.
  Tại quán trọ ở {town}, họ [rất ít nói|trả tiền mặt|ở có {few} đêm].
bg.arrest
  {A} đã bắt giữ công dân {B} {bgday}
act.arrest
  vụ bắt giữ

lead.congrat
  {A.leader} [đã |]chúc mừng {B.leader} {day}
  {day}, {A.leader} [đã |]gửi điện chúc mừng {B.leader}
  {A.leader} [đã |]ca ngợi {B} {day} vì dự án {project}
title.congrat
  {A.head} chúc mừng {B.head}
more.congrat
  Bức điện nhắc tới cầu {project} và nhạc sĩ {person1}.
  Kèm theo là một bức tranh vẽ bến thuyền {town}.
bg.congrat
  {A.leader.then} đã chúc mừng {B.leader.then} {bgday}
act.congrat
  bức điện

lead.ceasefire
  {A} và {B} [đã |]đạt thỏa thuận ngừng bắn {day}
  {day}, {A} và {B} [đã |]ký thỏa thuận ngừng bắn ở {place}
title.ceasefire
  {A} và {B} đạt thỏa thuận ngừng bắn
more.ceasefire
  Lệnh ngừng bắn có hiệu lực từ {few} giờ sáng trên tuyến {town}.
  Người hòa giải là cựu linh mục {person1}, với bản đồ mang tên {project}.
bg.ceasefire
  {A} và {B} đã ký thỏa thuận ngừng bắn {bgday}
act.ceasefire
  thỏa thuận ngừng bắn

A.actor
  [{A}|{A.gov}|{A.city}]
B.actor
  [{B}|{B.gov}|{B.city}]

title
  {clause}
  {clause}: {n1}, {project}
  {town}, {n2}, {project}: {clause}
  {clause} vì {n1} ở {town}
  {project}, {n1}: {clause}
wire
  [{clause}.|{clause}.|{wire.sourced}]
wire.sourced
  Theo {agency}, {clause}.
  {clause}, {agency} đưa tin.
  Hãng tin {agency} dẫn lời {A.spokes} cho biết {clause}.
  {A.mfa} cho biết {clause}.
  Theo {A.spokes}, {clause}.
planned
  {clause}.
  Theo {A.mfa}, {clause}.
  {A.spokes} [cho biết|thông báo] {clause}.
  Một quan chức {A} giấu tên nói với {agency} rằng {clause}.
background
  Trước đó, {clause}.
  {clause}.
  {clause}, theo {agency}.
  Theo tư liệu của {agency}, {clause}.

says
  {party.spokes} [cho biết|nói|khẳng định|tuyên bố|nhấn mạnh] [rằng |]{claim}.
  Phát biểu [tại {town}|với báo giới|trước quốc hội] {day}, {party.spokes} nói rằng {claim}.
  "{quote}", {party.spokes} nói[ với {agency}| với các phóng viên|].
  Theo {party.mfa}, {claim}.
  {party.short} [nói|cho biết|cho rằng] {claim}.
  {party.spokes} cho biết thêm: "{quote}".
unnamed
  Một quan chức {party} giấu tên [nói với {agency}|cho biết] rằng {claim}.
  Hai nguồn tin am hiểu vấn đề nói với {agency} rằng {claim}.
  Một nguồn tin ngoại giao ở {party.city} cho {agency} biết {claim}.
  {agency} dẫn một nguồn tin thân cận với {party.gov} cho hay {claim}.
denies
  {party.spokes} phủ nhận việc {charge}.
  {party.mfa} bác bỏ thông tin rằng {charge}.
  {party.mfa} [đã |]phủ nhận {act}, gọi đó là [chuyện bịa|điều vô căn cứ] về {noun}.
silent
  {B.mfa} [từ chối bình luận|chưa bình luận] về {act}.
  {B.spokes} từ chối bình luận.
expert
  Nhà phân tích {person2} của Viện {town2} [nhận định|cho rằng|nhận xét] {view}.
  "{opinion}", {person2}, [chuyên gia|giảng viên] tại Đại học {town2}, nói.
  Ông {person2}, [cựu đại sứ|cựu cố vấn|tác giả cuốn sách về {project}], nhận xét rằng {view}.

claim
  {claim.tone}
claim.friendly
  hai bên [sẽ|muốn] [tiếp tục trao đổi|nói thêm|lập nhóm làm việc] về {noun} [trong {few} tháng tới|vào cuối năm]
  {=topics} vẫn là [ưu tiên|việc khó nhất] [giữa hai nước|của cả hai bên]
  các chuyên gia còn phải [xem|viết] lại {few} trang về {noun}
  phần {noun} của dự án {project} [đã xong|sắp xong|còn dở]
  không khí [cởi mở|thẳng thắn|tốt đẹp], dù còn khác biệt về {noun}
  lịch làm việc ở {town} [kín từ sáng|đã đổi {few} lần] vì {noun}
claim.hostile
  tình hình quanh {town} [rất căng thẳng|đang xấu đi|vẫn trong tầm kiểm soát]
  {A} không [còn|có] lựa chọn nào khác [sau vụ {project}|sau {few} tháng chờ đợi]
  phía bên kia [đã được báo trước {few} lần|biết rõ lý do] về {noun}
  mọi phương án đều để ngỏ nếu chuyện {noun} ở {town} [lặp lại|kéo dài thêm {few} ngày]
  vụ {project} [chỉ là|không phải là] chuyện {noun}
  hồ sơ về {person1} [sẽ được công bố|còn thiếu {count} trang|có cả {noun}]
quote
  {quote.tone}
quote.friendly
  Chúng tôi mới đi nửa đường, phần còn lại là {noun}
  Ai cũng [nhớ|biết] {project}, và [nhớ|biết] {noun}
  Đây là một [khởi đầu|bước nhỏ], sau {few} năm chỉ nói về {noun}
  Tôi [tin|mong] {few} tháng nữa sẽ có {noun} ở {town}
quote.hostile
  Chúng tôi đã chờ đủ lâu, và {town} là giới hạn
  Chuyện {noun} [ở {town}|của {person1}] không thể bỏ qua
  Không ai được lợi trong vụ {project}, trừ {noun}
  Hãy nhìn vào {town} và {noun}
view
  {project} chỉ là [phép thử|một phần] của {=topics}
  {noun} nói lên nhiều hơn nội dung
  [{A.city}|{B.city}] đang [tính đường dài|chờ thêm] vì {noun}
  chuyện ở {town} sẽ kéo dài {few} [tuần|tháng], như {noun}
opinion
  Nhìn vào {town} thì thấy {noun} và {noun}
  Muốn hiểu bước kế tiếp, hãy đọc [về {project}|chuyện {person1}] và {noun}
  {few} năm trước không ai nghĩ {project} lại liên quan tới {noun}

context
  Giá {noun} tại {town2} [tăng|giảm] {few}%, trong khi {noun} [không đổi|đã tăng {few}%|giảm nhẹ].
  Tại {town}, người dân [nói nhiều về|lo cho|chờ] {noun} và {noun}.
  {person2}, người [bán|mua|làm] {noun} ở {town}, [đã chuẩn bị|muốn bán|còn giữ] {count} {noun}.
  Năm {oldyear}, {town} có {count} {noun}, nay chỉ còn {noun}.
  Thương mại giữa {A} và {B} đạt {money2} năm {lastyear}, [chủ yếu là|trong đó có] {noun} và {noun}.
  Báo {paper} [có bài dài|viết nhiều] về {noun} ở {town2} và về {person1}.
  Dự án {project} [gồm|cần] {count} {noun}, {noun} và {money2}.
  Từ {town} đến {town2} là {count} km, [hai bên là|đi qua] {noun} và {noun}.
  Công ty {town2} [mua|bán|chuyển] {count}0 tấn {noun}, [nhiều hơn|ít hơn] {noun}.
  Trong {few} ngày qua, {noun} về {town} [nhiều hơn|ít hơn], còn {noun} [đã hết|vẫn đủ].
  Hình ảnh {noun} và {noun} ở {town} [có khắp nơi|được nhiều người xem].
  {person2} viết {few} cuốn sách về {noun}, rồi về {noun} ở {town2}.
  Chính quyền {town2} [không thu thuế|thu thuế] {noun} từ năm {oldyear}, trừ {noun}.
  Có {count}% gia đình ở {town2} [có|cần] {noun}, {few}% [có|cần] {noun}.
  [Trước|Sau] {noun}, đến lượt {noun} [được đưa về|được đưa khỏi] {town}.
  Trên đường phố {A.city}, {noun} [nhiều hơn|ít hơn] {noun}.
  Hội chợ {town2} năm nay có {noun}, {noun} và {count} gian của {B}.
  Nhà máy {project} [làm ra|cần] {count}0 {noun} mỗi tháng, [thêm|không kể] {noun}.

extra
  [{context}|{context}|{context}|{context}|{context}|{context}|{context}|{voice}]
voice
  {unnamed}
  {expert}
own.lead
  {clause}. Dưới đây là những gì [được biết|nổi bật] [đến nay|trong ngày].
  {clause}, [một diễn biến|một tin] [được chờ đợi ở {town}|gây chú ý ở {B.city}].
credit
  [(Theo {from})|Theo {from}|(Nguồn: {from})|Nguồn: {from}]
credit.two
  [Theo {from}, {agency}|(Theo {agency}, {from})]
dateline
  [({from}) - |{place} ({from}) - ]
)grammar";

}  // namespace hearsay::bench
