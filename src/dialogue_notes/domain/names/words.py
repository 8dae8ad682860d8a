"""Words around names in rosters: titles, roles, sides, particles, and family names that come first."""

from __future__ import annotations

from dialogue_notes.domain.word_lists import words

PERSONAL_TITLES = words(
    """
    mr mrs ms miss mx messrs mesdames madam madame mme mlle sir dame lady dr prof professor herr frau senor señor
    señora doña monsieur signor signora mister doctor sheikh sheik shaikh daw khun
    """
)
"""Titles that a bare name follows: "Madame Ma"."""

TITLES = PERSONAL_TITLES | words(
    """
    ambassador amb he h.e hon honorable honourable rt right excellency his her president chairman
    chairwoman chairperson chair chief premier chancellor prime foreign first second third secretary
    undersecretary under deputy assistant asst vice acting minister counselor counsellor consul
    consul-general charge chargé governor senator sen congressman congresswoman representative rep
    delegate mayor judge justice commissioner councillor director general gen brig brigadier maj
    major lt lieutenant col colonel capt captain cdr commander cmdr cpt adm admiral radm vadm rear
    marshal field air acm avm group wing sgt sergeant commodore king queen prince princess emperor
    pope bishop archbishop cardinal rabbi imam ayatollah rev reverend lord
    comrade attache attaché envoy special permanent state defense defence finance interior security
    national political military party speaker spokesman spokeswoman former ex-president ex-minister
    academician emeritus minister-counselor minister-counsellor
    pm fm dpm vpm dfm vfm sg dsg usg asg dg ddg cda dcm hod hom pres gov secy ret retd retired
    г-н г-жа господин госпожа д-р доктор профессор проф академик посол министр замминистра премьер
    президент генерал генерал-майор генерал-лейтенант генерал-полковник полковник адмирал
    السيد السيدة السفير السفيرة الوزير الوزيرة الدكتور الدكتورة الأستاذ اللواء العميد الفريق العقيد
    الشيخ الأمير الملك الرئيس الجنرال سعادة معالي
    """
)
"""Words that stand before a name and say what someone is."""

CLOCK_WORDS = words("am pm")
"""Those of them that are times of day behind a number: "at 3 PM Chou left"."""

TITLE_PHRASE_WORDS = TITLES - words(
    """
    he his her first second third under right special state security national political military
    party field air group wing rear foreign finance interior defense defence permanent former
    """
)
"""Titles that, standing alone before a name in running text, belong to the mention."""

ROLES = words(
    """
    the a an of to for and at from with one two three four five six seven eight nine ten several
    some other others notetaker notetakers note-taker note-takers note taker takers interpreter
    interpreters translator translators embassy mission delegation delegations staff aide aides
    adviser advisers advisor advisors officer officers official officials member members participant
    participants observer observers specialist specialists expert experts host hosts facilitator
    facilitators rapporteur rapporteurs guest guests unknown unidentified unnamed government
    ministry department council committee side team party people person persons security guards
    guard press correspondent correspondents secretariat desk country head heads senior junior nsc
    eur sov prc un usa us u.s u.k uk eu rok dprk ussr speaker speakers colleague colleagues
    representatives ambassadors ministers secretaries generals assistants deputies directors
    counselors counsellors student students trainee trainees technical technician technicians
    recorder recorders
    """
)
"""Words of descriptions that are no names: "Two Notetakers", "Soviet Embassy"."""

NATIONALITIES = words(
    """
    american u.s. us british english scottish irish french german austrian swiss italian spanish
    portuguese dutch belgian danish swedish norwegian finnish icelandic polish czech slovak
    hungarian romanian bulgarian greek turkish russian soviet ukrainian belarusian georgian armenian
    azerbaijani kazakh uzbek iranian persian iraqi syrian lebanese jordanian israeli palestinian
    egyptian saudi emirati qatari kuwaiti yemeni omani libyan tunisian algerian moroccan sudanese
    ethiopian kenyan nigerian african afghan pakistani indian bangladeshi nepali nepalese chinese
    taiwanese japanese korean thai vietnamese cambodian lao laotian burmese malaysian malay
    indonesian filipino philippine singaporean australian canadian mexican cuban brazilian argentine
    chilean colombian venezuelan european asian western eastern north south northern southern
    """
)
"""Adjectives of sides: "Indonesian Ambassador ...", "South Korean Delegate ..."."""

COUNTRIES = words(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burma cambodia
    cameroon canada chile china colombia congo croatia cuba cyprus czechoslovakia denmark ecuador
    egypt england estonia ethiopia finland france gabon gambia germany ghana greece guatemala guinea
    haiti holland honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
    japan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
    lithuania luxembourg malawi malaysia mali malta mauritania mauritius mexico moldova mongolia
    montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway
    oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia
    rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden
    switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan türkiye uganda
    ukraine uruguay uzbekistan venezuela vietnam wales yemen yugoslavia zambia zimbabwe
    """
)
"""Countries of one word that are hardly anybody's name: "Anna Halvorsen (Norway)", "Norway: Anna Halvorsen"."""

SUFFIXES = words(
    """
    jr sr ii iii iv esq phd md obe cbe kbe mp ret retd usn usa usaf usmc
    """
)
"""What follows a name: "Haig, Jr."."""

PARTICLES = words(
    """
    van von der den de del della di da do dos das du la le les ten ter zu zur af av bin ibn bint abu
    abd al el ben ould mac st
    """
)
"""Small words that belong to the family name after them."""

PREPOSITIONS = words(
    """
    of to for from at in with on
    """
)
"""Where a description begins that follows the name: "President Suharto of Indonesia"."""

FAMILY_FIRST = words(
    """
    wang li zhang chang liu chen ch'en yang huang zhao chao wu zhou chou xu hsu sun ma zhu hu guo
    kuo he ho lin luo lo zheng cheng liang xie hsieh song sung tang t'ang deng teng han feng cao
    tsao ts'ao peng p'eng zeng tseng xiao hsiao tian t'ien tien dong tung pan p'an yuan cai ts'ai
    tsai jiang chiang yu du tu ye yeh wei su lu ding ting ren jen shen yao lü jin chin hua qian
    ch'ien chien bai pai qiao ch'iao chiao hsiung xiong hsuing chi ji shih shi yen yan kung gong
    keng geng ku gu lai lei meng mao nie pei qin ch'in qiu ch'iu tao t'ao wen yin yueh kim yi lee
    rhee pak park choe choi ch'oe chung jung jeong cho kang yoon yun im lim oh o seo suh shin sin
    kwon hwang ahn an yoo ryu hong paek baek nam moon mun ko koh son bae pae no roh noh ro ri ryang
    cha chu ban nguyen tran le pham phan vu vo dang bui ngo duong ly dinh
    """
)
"""Romanised family names that are written before the given name."""
