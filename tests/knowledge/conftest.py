"""Fixtures of the knowledge tests: a sentence-transformers model that they write, and a small collection."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.settings import Settings
from tests.conftest import settings_for
from tests.knowledge.invented import plan_text

_WORDS = ["query", "passage", ":", "báo", "cáo", "nộp", "khi", "nào", "rừng", "nước"]


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small random transformer with prompts of its own and a limit of 12 tokens, saved by the library itself."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(7)
    folder = tmp_path_factory.mktemp("model")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *_WORDS]
    tokenizer = BertTokenizerFast(
        vocab={word: at for at, word in enumerate(vocabulary)}, do_lower_case=True, strip_accents=False
    )
    shape = BertConfig(
        vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    tokenizer.save_pretrained(folder / "bert")
    BertModel(shape).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"), max_seq_length=12)
    model = SentenceTransformer(
        modules=[transformer, Pooling(16)], prompts={"query": "query: ", "document": "passage: "}, device="cpu"
    )
    model.save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one invented plan, ingested once; tests change a copy of it."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "xa-an-hoa-2026.txt").write_text(plan_text(), encoding="utf-8")
    with Library.open(settings_for(folder / "data"), create=True) as library:
        assert [r.error for r in library.add_plans([folder / "xa-an-hoa-2026.txt"])] == [None]
    return folder / "data"


@pytest.fixture
def small(small_data: Path, tmp_path: Path) -> Settings:
    """Settings of a fresh copy of the small collection."""
    shutil.copytree(small_data, tmp_path / "data")
    return settings_for(tmp_path / "data")
