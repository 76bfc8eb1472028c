import {
    choose,
    fill,
    fillDate,
    nextStep,
    onStage,
    overviewShows,
} from "./case_steps";
import { registerStory } from "./story";

// Won at first instance: the claim is rejected, nobody appeals, the file is closed a
// year and a half after the notice.
registerStory("thuduc_story_won", [
    () => [
        {
            content: "the menu of lawsuits",
            trigger: "[data-menu-xmlid='thuduc_cases.menu_cases']",
            run: "click",
        },
        {
            content: "take in a notice",
            trigger: "[data-menu-xmlid='thuduc_cases.menu_case_intake']",
            run: "click",
        },
        fill("docket_no", "911/2025/TLST-HC"),
        ...fillDate("acceptance_date", "03/03/2025"),
        fill("plaintiff_name", "Trần Văn Thắng Kiện"),
        fill("object_number", "55/QĐ-UBND"),
        ...choose("field_id", "Thu hồi đất"),
        {
            content: "open the file",
            trigger: ".modal button[name=action_take_in]",
            run: "click",
        },
        onStage("Đã thụ lý"),
        overviewShows("due", "Nộp văn bản ghi ý kiến và chứng cứ"),
    ],
    () => [
        ...nextStep("Gửi văn bản ghi ý kiến", fillDate("date", "12/03/2025")),
        onStage("Chuẩn bị xét xử"),
        overviewShows("filed", "Đã gửi văn bản ghi ý kiến"),
    ],
    () => [
        ...nextStep(
            "Quyết định đưa ra xét xử",
            fillDate("date", "09/06/2025"),
            fillDate("scheduled_at", "24/06/2025 08:00:00")
        ),
        onStage("Đã có quyết định đưa vụ án ra xét xử"),
        overviewShows("duties", "Phiên tòa sơ thẩm"),
    ],
    () => [
        ...nextStep(
            "Tuyên án sơ thẩm",
            fillDate("date", "24/06/2025"),
            choose("outcome_id", "Bác toàn bộ"),
            {
                content: "the agency was present",
                trigger: ".modal div[name=agency_presence] input[data-value=present]",
                run: "click",
            }
        ),
        onStage("Đã tuyên án sơ thẩm"),
        overviewShows("ruled", "Bác toàn bộ yêu cầu khởi kiện"),
    ],
    () => [
        ...nextStep("Nhận bản án", fillDate("date", "02/07/2025")),
        onStage("Đã tuyên án sơ thẩm"),
    ],
    () => [
        ...nextStep("Không có nội dung thi hành"),
        onStage("Không có nội dung phải thi hành"),
    ],
]);
