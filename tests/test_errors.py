import re

import pytest

from dialogue_notes.errors import EXIT_CODES, WORDS, DialogueNotesError, ErrorCode, KnownError


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_words(code: ErrorCode) -> None:
    words = WORDS[code]
    assert words.happened.strip()
    assert KnownError(code).message


def test_no_words_and_no_exit_codes_are_left_over() -> None:
    assert set(WORDS) == set(ErrorCode)
    assert set(EXIT_CODES) <= set(ErrorCode)
    assert set(EXIT_CODES.values()) == {1, 3, 4}


@pytest.mark.parametrize("code", ErrorCode)
def test_words_are_sentences_and_their_fields_are_plain_names(code: ErrorCode) -> None:
    words = WORDS[code]
    for text in (words.happened, words.do_next):
        assert not text or text.endswith((".", "}", '"')), text
        assert all(re.fullmatch(r"[a-z]+", field) for field in re.findall(r"{(.*?)}", text))


def test_a_fact_that_was_not_given_leaves_no_braces() -> None:
    assert "{" not in KnownError(ErrorCode.FILE_NOT_UNDERSTOOD).message


def test_a_fact_with_braces_is_shown_as_it_is() -> None:
    assert "{path}" in KnownError(ErrorCode.VAULT_MISSING, path="a/{path}").message


def test_an_error_shows_its_words_as_text_and_only_its_code_as_representation() -> None:
    error = KnownError(ErrorCode.FILE_UNREADABLE, path="roster.csv", detail="no such file")
    assert str(error) == "roster.csv could not be read (no such file). Nothing was taken from it."
    assert "roster" not in repr(error)
    assert isinstance(error, DialogueNotesError)
