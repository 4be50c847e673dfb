"""The label sets of the encoder's heads. Their order is the order of the rows in the shipped weights."""

from __future__ import annotations

EDGES = ("O", "B", "I", "E", "S")
ROLE_TAGS = ("O", *(f"{edge}-{role}" for role in ("speaker", "content") for edge in "BIES"))
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "none",
)  # fmt: skip
DEEDS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PARTY_TAGS = ("O", "actor", "recipient")
POLARITIES = ("affirmed", "denied")
MODALITIES = ("actual", "conditional", "possible", "wanted", "planned", "ongoing", "historical")
_TAGS = """NN NNP NNS NNPS IN DT JJ JJR JJS VB VBD VBG VBN VBP VBZ MD RB RBR RBS RP PRP PRP$ CC CD TO WDT WP WP$ WRB EX
    PDT POS UH FW LS SYM ADD AFX HYPH NFP XX $ , . : `` '' -LRB- -RRB- _SP"""
_PARTS = "NOUN PROPN VERB AUX ADJ ADV ADP DET PRON CCONJ SCONJ NUM PART INTJ PUNCT SYM X SPACE"
_RELATIONS = """ROOT nsubj nsubjpass csubj csubjpass dobj dative attr oprd agent prep pobj pcomp ccomp xcomp advcl acl
    relcl amod advmod npadvmod nummod nmod quantmod poss case det predet aux auxpass neg mark cc preconj conj appos
    compound prt intj meta parataxis expl punct dep"""
_NAMES = """PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL
    CARDINAL"""
TAGS = tuple(_TAGS.split())
PARTS = tuple(_PARTS.split())
RELATIONS = tuple(_RELATIONS.split())
NAMES = tuple(_NAMES.split())
NAME_TAGS = ("O", *(f"{edge}-{name}" for name in NAMES for edge in "BI"))
ENTITIES = ("Organisation", "Person", "Location", "Nationality")
ENTITY_TAGS = ("O", *(f"{edge}-{name}" for name in ENTITIES for edge in "BI"))

LAYERS: dict[str, tuple[str, ...]] = {
    "cue": EDGES,
    "speaker": EDGES,
    "content": EDGES,
    "tag": TAGS,
    "pos": PARTS,
    "name": NAME_TAGS,
    "entity": ENTITY_TAGS,
    "anchor": ("O", *DEEDS),
    "polarity": POLARITIES,  # these two are asked of anchors only
    "modality": MODALITIES,
}


def edge_tags(size: int, spans: list[tuple[int, int]]) -> list[int]:
    """BIOES tags (as places in `EDGES`) of spans over `size` tokens."""
    tags = [0] * size
    for first, last in spans:
        if last - first == 1:
            tags[first] = 4
        elif last > first:
            tags[first:last] = [1, *[2] * (last - first - 2), 3]
    return tags
