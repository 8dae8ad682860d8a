"""Texts in other languages of Latin letters: their small words begin sentences too, and German writes every noun large.

The model learned from English. In another language a word is a name only by stronger evidence.
"""

from __future__ import annotations

from enum import StrEnum

from dialogue_notes.detection.words import Words
from dialogue_notes.domain.word_lists import words


class Language(StrEnum):
    """A language told apart by its small words."""

    FRENCH = "fr"
    GERMAN = "de"
    SPANISH = "es"
    ITALIAN = "it"
    PORTUGUESE = "pt"
    DUTCH = "nl"


_SMALL_WORDS = {
    Language.FRENCH: words(
        """
        afin ainsi alors après au aucun aujourd'hui aussi autre aux avant avec avoir c'est car ce ceci cela celle celui
        cependant certains ces cet cette ceux chacun chaque chez comme comment d'abord d'après dans de depuis des donc
        du elle elles en enfin ensuite entre est et eux finalement il ils je jusqu'à la le les leur leurs lors lorsque
        lui mais malgré même mes mon moi n'est ne ni nos notre nous on ont or ou où par parce pas pendant personne peu
        plus plusieurs pour pourquoi pourtant puis qu'il quand que quelle quelques qui quoi sa sans se selon ses si
        seul sinon soit son sont sous sur surtout ta tant tel tes toi ton toujours tous tout toute toutefois toutes très
        trop tu un une vers voici voilà vos votre vous y
        """
    ),
    Language.GERMAN: words(
        """
        aber alle allerdings als also am an auch auf aus bei beim bis da daher damit dann daran das dass dazu dem den
        denn der des deshalb die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es
        etwas falls für gegen habe haben hat hier ich ihm ihn ihr ihre im in ins ist ja jedoch jeder jetzt kann kein
        keine man mehr mein mit nach nein nicht nichts noch nun nur ob oder ohne schon sehr sei sein seine seit sich sie
        sind so sollte sondern trotz über um und uns unser unter viel viele vom von vor war warum was wegen weil wenn
        wer werden wie wieder wir wird wo während würde zu zum zur zwar zwischen zudem
        """
    ),
    Language.SPANISH: words(
        """
        además ahora al algunos ante antes aquí así aun aunque bajo bien cada como cómo con contra cuando cual de del
        desde después donde dos durante e el ella ellas ellos en entonces entre era es esa ese eso esta está estaba
        este esto estos están fue ha hace hacia han hasta hay la las le les lo los mas más me mi mientras mis muy
        nada ni no nos nosotros nuestra nuestro nunca o otra otro para pero poco por porque pues que qué quien quién se
        sea según ser si sí sin sobre solo son su sus también tampoco tan tanto te tiene toda todavía todo todos tras
        tu un una uno unos usted ustedes y ya yo
        """
    ),
    Language.ITALIAN: words(
        """
        abbiamo ad ai al alla alle allora anche ancora anzi che chi ci come con così cosa cui da dal dalla dei del
        della delle di dopo dove due dunque è e ed era fino forse fra gli grazie ha hanno ho i il in infatti inoltre io
        la le lei lo loro lui ma mai me mentre mi mia mio molto ne negli nei nel nella nessuno noi non nostra nostro o
        ogni oppure ora per perché però poi prima pure qualche quando quello questa questo qui quindi se secondo sempre
        senza si sia sono sotto su sua sul sulla suo tra troppo tutti tutto un una uno vi voi
        """
    ),
    Language.PORTUGUESE: words(
        """
        à agora ainda além alguns ao aos apenas as assim até com como contra da das de depois desde do dos e é ela elas
        ele eles em enquanto entre era essa esse esta está estão este eu foi há isso isto já lhe mais mas me mesmo meu
        minha muito na nada não nas nem no nos nós nossa nosso num o onde os ou outra outro para pela pelo pois por
        porém porque quando que quem se segundo sem sempre ser seu sobre sua são também tão tem todos três tudo um uma
        você
        """
    ),
    Language.DUTCH: words(
        """
        aan al als ben bij daar dan dat de deze die dit doch dus echter een en er ge geen had heb hebben heeft het hier
        hij hoe hun ik in is ja je kan maar meer men met mijn na naar niet nog nu of om omdat onder ons onze ook op
        over te tegen toch toen tot uit van veel volgens voor waar wanneer wat we wel werd wij wordt zal ze zei zich
        zij zijn zo zonder zou
        """
    ),
}
_ENGLISH_TOO = words(
    """
    a al also an as am at aux be ben bid can chi come con da dal de del den der des die do du e el em en era es etc
    fin had hat he her his i in is it la las le les lo los man me mas more no non nos of on once onder op or over per
    pas plus pour son see she so sobre solo te ten the tel ton tot tu up us van via von war was we were who with y
    me mi my son sous si sea ser
    """
)
_TELLING = {one: found - _ENGLISH_TOO for one, found in _SMALL_WORDS.items()}
TELLING_WORDS = frozenset().union(*_TELLING.values())
"""Words that tell some of these languages from English."""
_LEAST, _LEAST_SHARE = 2, 0.12


def language_of(found: Words) -> Language | None:
    """The language of a text, if it is one of these and clearly so; None for English and everything else."""
    told = [word for word in found.texts if word in TELLING_WORDS]
    if len(told) < _LEAST:
        return None
    counts = {one: sum(word in telling for word in told) for one, telling in _TELLING.items()}
    best = max(counts, key=lambda one: counts[one])
    letters = sum(word[0].isalpha() for word in found.texts)
    return best if counts[best] >= _LEAST and counts[best] >= _LEAST_SHARE * letters else None


def is_small_word_of(word: str, language: Language) -> bool:
    """Whether a word has its capital only for where it stands."""
    return word.casefold().replace("’", "'") in _SMALL_WORDS[language]
