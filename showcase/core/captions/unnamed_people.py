"""Labels that say what somebody is, not who: "The Witness", "A woman", "Man in crowd", "Several voices"."""

from collections.abc import Sequence

from showcase.core.captions.known_names import is_known_name
from showcase.core.captions.role_words import ROLES


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_DEFINITE = _words("the el la los las le les der die das den o os as il lo i gli")
_INDEFINITE = _words(
    "a an another one some several many two three my our his her their un una unos unas une des",
    "ein eine mein meine um uma uno mi mis nuestra nuestro mon ma mes notre yon",
)
# Where somebody is or comes from; not "of" and "de", which are in names.
_PLACE_WORDS = _words(
    "in on at from with for over by near behind off outside inside across through",
    "en con desde por sobre dans avec sur depuis im am mit aus auf vor em com no na nan sou ak",
)
_MAX_WORDS = 6


def is_definite_role(words: Sequence[str]) -> bool:
    """True for "the witness" and "la intérprete": one person in a room, whom a file may call so.

    Args:
        words: of a label, casefolded.
    """
    return len(words) > 1 and words[0] in _DEFINITE and _is_role(words[1:])


def is_unnamed(words: Sequence[str]) -> bool:
    """True for "a woman", "several voices", "man in crowd", "a man on the phone", "rosa from the co-op".

    Args:
        words: of a label, casefolded.
    """
    has_article = words[0] in _INDEFINITE or words[0] in _DEFINITE
    rest = words[1:] if has_article else words
    if not rest or len(words) > _MAX_WORDS:
        return False
    if words[0] in _INDEFINITE and _is_role(rest):
        return True
    at = next((at for at, word in enumerate(rest[:-1]) if word in _PLACE_WORDS), 0)
    named = at == 1 and not has_article and is_known_name(rest[0])
    return at > 0 and (named or _is_role(rest[:at]))


def _is_role(words: Sequence[str]) -> bool:
    role = " ".join(words)
    return role in ROLES or role.removesuffix("s") in ROLES
