"""What a message claims, without the story around it."""

import pytest

from knowledge.answering.put_forward import put_forward


@pytest.mark.parametrize(
    ("message", "claimed"),
    [
        ("Báo cáo quý gửi trước ngày 10 phải không ạ?", "Báo cáo quý gửi trước ngày 10"),
        (
            "Anh bên kế hoạch cứ khăng khăng là Sở Tài chính hướng dẫn việc này. Tôi thấy ngờ, có đúng vậy không?",
            "Sở Tài chính hướng dẫn việc này",
        ),
        (
            "Nghe nói hội cơ sở dưới 60 điểm thì không được xét, đúng thế không đồng chí?",
            "hội cơ sở dưới 60 điểm thì không được xét",
        ),
        ("Mỗi tổ có 8 người, tôi nhớ vậy đúng chứ?", "Mỗi tổ có 8 người"),
        ("Tất cả phải được tập huấn chứ không phải 95%, đúng không?", "Tất cả phải được tập huấn"),
        (
            "Cháu làm ở phường. Chú tổ trưởng bảo hồ sơ trễ hạn là loại thẳng. Chú ấy nói đúng không?",
            "hồ sơ trễ hạn là loại thẳng",
        ),
        ("Hồ sơ trễ hạn là loại thẳng, có phải vậy thật không?", "Hồ sơ trễ hạn là loại thẳng"),
        ("Ban Chỉ đạo họp mỗi tháng một lần chứ gì?", "Ban Chỉ đạo họp mỗi tháng một lần"),
    ],
)
def test_the_story_and_the_question_behind_it_are_left_out(message: str, claimed: str) -> None:
    assert put_forward(message) == claimed


@pytest.mark.parametrize(
    "message",
    [
        "Bà Hoàng Thu Hà bảo đảm kinh phí cho hội",
        "Đúng không?",
        "Có phải vậy không",
        "Phường báo cáo Sở Nội vụ kết quả năm",
        "Học sinh không nói tục, đánh nhau trong trường",
    ],
)
def test_what_has_nothing_around_it_stays(message: str) -> None:
    assert put_forward(message) == message.strip(" ?")


def test_a_long_message_takes_linear_time() -> None:
    story = "anh bên kế hoạch cứ nói là " * 2_000
    assert put_forward(f"{story} hồ sơ nộp trước ngày 10, đúng không?").endswith("nộp trước ngày 10")
