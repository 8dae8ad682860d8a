"""Words of ordinary English that are names too; such a name is told from the word by its capital."""

from __future__ import annotations

from dialogue_notes.domain.word_lists import words

GRAMMAR_WORDS = words(
    """
    a all an and any are as at be been both but by can could did do does each etc few for from had
    has have he her here him his how i if in into is it its just last least less let like made make
    man many may me men more most much must my near new next no nor not now of off oh old on one
    only or our out over own past per same say see she should sir so some such ten than that the
    their them then there these they this those to too two under up us very was we were what when
    where which who whom why will with would yes yet you your
    """
)
"""Words that begin sentences everywhere: as a name, such a word counts only inside a sentence or after a title."""

_SHORT = words(
    """
    ad ado ago ah aid aim air al ale am ape apt arc ark arm art ash ask ate avg awe aye bad bag ban
    bar bat bay bc bed bee beg bet bid big bin bit bow box boy bus buy ca cab cap car cat cd cf ch
    chi cm co cod col cop cot cow cry cue cup cut da dam day dc den dew die dig dim din dip dj dm
    doc dog dom dot dr dry due dug ear eat ebb eco ed eel eg egg ego eh elm end era esp est eu eve
    ex eye fan far fat fax fed fee ff fig fin fit fix fly fm fog fox ft fun fur gap gas gay gem gen
    get gin gm go god got gov gun guy gym ha ham hat hay hen hi hid hip hit ho hog hop hot hq hr hub
    hug hum hut ibid ice id ie ill inc ink inn int ion ire jam jar jaw jay jet job joy jr jug key kg
    kid kin kit km la lab lad lag lap law lay lb led leg lid lie lip lit lo log lot low lt ltd ma
    mad map mat max mg mi mid mil min mix ml mm mob mp mr ms mud mug nap nb nd net nil nod nun nut
    oak oar oat odd oil ok opt ore org os owe owl oz pa pan par pat paw pay pc pea peg pen pep pet
    pie pig pin pit ply pm pod pot pp pr pro ps pub pun put qv rag ram ran rat raw ray rd re red ref
    reg rib rid rig rim rip rob rod rot row rub rug rum run rye sad sag sat saw sea sec set sew shy
    sin sip sit six ski sky sly sob son spy sq sr st sue sum sun tab tag tan tap tar tax tea th tie
    tin tip toe ton top toy try tub tug tv uk un van vet via vol vow vp vs wag war wax way web wed
    wet win wit won woo zip zoo
    """
)
_NAMES_TOO = words(
    """
    abbot able action agreement april archer arms art ashes august augustine autumn baker bang banks
    barber barker barn barns baron bass beach beacon bean bear bell bench berry best bill billie
    billy bird bishop black blank blind bliss block bloom blue bob bolt bond bone boot booth born
    bottom bow bowler branch brand brave bridge bridges bright broad brook brother brown brush buck
    bud buddy bull burden burn burns bush butcher butler butter camp cannon canon card care
    carpenter carver case cash castle chance chapel chapman charity chase chief child chin chow
    christian chuck church clay clear clerk cliff close closing coal coffin cold collier colonel
    constable cook coop cooper corn cotton court cove craft crane cream creek cross crow crown
    cruise curry dale dance darling dawn day dean dear diamond dick ding divine dock dollar don dong
    dot dove down draft drake draper drew drum duke earl early east english eve even ever fair faith
    falls fang farmer fast field fields finch fine firth fish fisher flag flash fleet flint flood
    flora flower flowers foot ford forest fort foster fountain frank franks freed freeman french
    friend frost funk gale game gang garden gardener gates gay gene general german gift gill ginger
    glass glen glover gold golden good goodman goodwill gore grace grand grant grave graves gray
    green greene grey grim grove guest gunner guy hale hall hammer hand handler handy hang hard
    hardy harm harmony harvest hatch haven hawk hawks hay hazel head heard heart heath heather hedge
    held herb hero high hill hills hold holder holiday hollow holly holt home honey hood hook hooker
    hope hopper horn house hung hunt hunter hurt iris island ivory ivy jack jade jasmine jay jewel
    joy judge june justice keen keep key king kit knight knock lake lamb lance land lane lang large
    lark laurel law lawless laws leaf lean lear leave lee liberty light lily lines ling link little
    lock long lord love loving low luck lucky mace major mann march marina mark marks marsh marshal
    martin mason matter max may mayor mead means meeting melody mercy mike mile miles mill miller
    mills mine miner ming minister mint mist misty monk moody moon moor moss mount mountain myrtle
    myth nail nation needs news nice nick night noble noon north note notes novel nurse oaks
    official olive oliver opal orange organ pace page pain painter palm palmer pan park parker parks
    parrot parson parsons participant partridge pat patience paul peace peacock pearl peg penny
    pepper perch person pick pierce pike pine ping piper pitch place plant plummer poet pole polish
    pond pool poor pope poppy porter post potter potts pound power powers precious president price
    pride priest prince prior proud provost prudence pugh pulse purple queen quick quill rain rains
    ram randy ranger rank rash raven ray read reason record red reed report rex rich ring river
    rivers roach road rob robin rock rod roller roman rook root rose rosemary rove rover rowe royal
    ruby rule rush rust rusty sage sale sand sands sandy sang savage sawyer scarlet school seal
    sears secretary self senior sergeant session shade shark sharp shepherd sheriff shield shore
    short side silver simple sing singer single skinner skip sky slate small smart smith snow song
    sonny sorrow south sparks sparrow speaker spear spence spring stack staff star stark starr start
    state steel steele step sterling stern stew still stock stone storm story stout strange street
    strong stub sue summary summer summers sun sung sweet swift tailor tan tang tanner taylor teller
    temple terry thorn tide tiger tiller tommy tong tony toon tower town towns train tree trend trip
    troop true trump tucker turner underwood union usher vale van venture vice victor victory vine
    viola violet virginia virtue voice wade wait waiter walker wall ward warden ware warner waters
    way ways weaver weed weeks welcome well wells west wheat wheeler white whiting wild wilder will
    willing willow wills wing winner winter winters wise wish wolf wong wood woodrow woods woody
    word words work worth wright yang yard yin young youngs
    """
)

ORDINARY_WORDS = _SHORT | _NAMES_TOO | GRAMMAR_WORDS
"""Words that mean something else when they begin with a small letter."""


def is_ordinary(word: str) -> bool:
    """Whether a single word, in any case, is ordinary English as well as a name."""
    return word.casefold() in ORDINARY_WORDS


def is_grammar(word: str) -> bool:
    """Whether a single word, in any case, is one that sentences begin with."""
    return word.casefold() in GRAMMAR_WORDS
