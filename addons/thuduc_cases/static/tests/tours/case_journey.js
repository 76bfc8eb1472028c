import { registry } from "@web/core/registry";

import { choose, fill, fillDate, nextStep, onStage, otherStep } from "./case_steps";

registry.category("web_tour.tours").add("thuduc_case_journey", {
    steps: () => [
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
        fill("docket_no", "901/2026/TLST-HC"),
        ...fillDate("acceptance_date", "02/02/2026"),
        fill("notice_no", "890/TB-TLVA"),
        ...fillDate("notice_received_date", "02/02/2026"),
        fill("plaintiff_name", "Nguyễn Thị Hành Trình"),
        fill("object_number", "77/QĐ-UBND"),
        ...choose("field_id", "Thu hồi đất"),
        {
            content: "open the file",
            trigger: ".modal button[name=action_take_in]",
            run: "click",
        },
        onStage("Đã thụ lý"),
        ...nextStep("Gửi văn bản ghi ý kiến", fillDate("date", "03/03/2026")),
        onStage("Chuẩn bị xét xử"),
        ...nextStep(
            "Quyết định đưa ra xét xử",
            fillDate("date", "04/04/2026"),
            fillDate("scheduled_at", "05/05/2026 08:00:00")
        ),
        onStage("Đã có quyết định đưa vụ án ra xét xử"),
        ...nextStep(
            "Tuyên án sơ thẩm",
            fillDate("date", "05/05/2026"),
            choose("outcome_id", "Chấp nhận toàn bộ"),
            {
                content: "the agency was present",
                trigger: ".modal div[name=agency_presence] input[data-value=present]",
                run: "click",
            }
        ),
        onStage("Đã tuyên án sơ thẩm"),
        ...nextStep("Nhận bản án", fillDate("date", "06/06/2026")),
        ...otherStep("Bản án sơ thẩm có hiệu lực pháp luật"),
        onStage("Tự nguyện thi hành"),
        ...otherStep("Đã thi hành xong", fillDate("date", "07/07/2026")),
        onStage("Thi hành xong"),
    ],
});
