"""Bodies that speak in United Nations processes: groups of States, States, and the UN's own.

Tables only: what a name is, never who uses it in one process; that is for a person to confirm.
"""

from __future__ import annotations


def _set(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.replace("\n", " ").split(","))


GROUPS = _set(
    """AILAC, ALBA, AOSIS, ASEAN, African Group, African Union, Alliance of Small Island States,
    Andean Community, Arab Group, Arab League, Asia-Pacific Group, AU, BASIC, BRICS, CANZ, CARICOM,
    Caribbean Community, CELAC, Cairns Group, Central American Integration System, Central Group,
    COMESA, Core Latin American Group, CPLP, EAC, Eastern European Group, ECOWAS, EIG, EU, EU27,
    Environmental Integrity Group, European Union, Francophonie, G20, G7, G77, G77 and China,
    G-77, G-77 and China, GCC, GRULAC, Group of 20, Group of 77, Group of 77 and China,
    Group of Friends, Gulf Cooperation Council, IGAD, JUSCANZ, JUSSCANNZ, LAS, LDC Group, LDCs,
    LLDCs, Landlocked Developing Countries, League of Arab States, Least Developed Countries,
    Like-Minded Developing Countries, Like-Minded Group, LMDC, LMDCs, MERCOSUR, MIKTA, NAM,
    Non-Aligned Movement, Nordic Countries, Nordic-Baltic Countries, OECS, OIC,
    Organisation of Islamic Cooperation, Organization of Islamic Cooperation, Pacific Islands Forum,
    Pacific Small Island Developing States, PIF, PSIDS, Regional Group, Rio Group, SAARC, SADC,
    SICA, SIDS, Small Island Developing States, Umbrella Group, Visegrad Group, WEOG,
    Western European and Others Group"""
)
"""Groups of States, by the names and acronyms they are called in a room."""

UNITED_NATIONS = {
    "CERD": ("Committee on the Elimination of Racial Discrimination",),
    "CMW": ("Committee on Migrant Workers",),
    "ECA": ("Economic Commission for Africa",),
    "ECE": ("Economic Commission for Europe",),
    "ECLAC": ("Economic Commission for Latin America and the Caribbean",),
    "ESCAP": ("Economic and Social Commission for Asia and the Pacific",),
    "ESCWA": ("Economic and Social Commission for Western Asia",),
    "FAO": ("Food and Agriculture Organization", "Food and Agriculture Organisation"),
    "IAEA": ("International Atomic Energy Agency",),
    "ICAO": ("International Civil Aviation Organization",),
    "IFAD": ("International Fund for Agricultural Development",),
    "ILO": ("International Labour Organization", "International Labour Organisation"),
    "IMF": ("International Monetary Fund",),
    "IMO": ("International Maritime Organization",),
    "IOM": ("International Organization for Migration",),
    "ITC": ("International Trade Centre",),
    "ITU": ("International Telecommunication Union",),
    "OCHA": ("Office for the Coordination of Humanitarian Affairs",),
    "OHCHR": (
        "Office of the High Commissioner for Human Rights",
        "Office of the UN High Commissioner for Human Rights",
        "Office of the United Nations High Commissioner for Human Rights",
        "UN Human Rights Office",
        "UN Human Rights",
    ),
    "UNAIDS": ("Joint United Nations Programme on HIV/AIDS",),
    "UNCTAD": ("Conference on Trade and Development",),
    "UNDESA": ("Department of Economic and Social Affairs",),
    "UNDP": ("Development Programme",),
    "UNDRR": ("Office for Disaster Risk Reduction",),
    "UNECE": (),
    "UNEP": ("Environment Programme",),
    "UNESCO": ("Educational, Scientific and Cultural Organization",),
    "UNFCCC": ("Framework Convention on Climate Change",),
    "UNFPA": ("Population Fund",),
    "UN-Habitat": ("Human Settlements Programme",),
    "UNHCR": (
        "High Commissioner for Refugees",
        "Office of the United Nations High Commissioner for Refugees",
        "UN Refugee Agency",
    ),
    "UNICEF": ("Children's Fund",),
    "UNIDO": ("Industrial Development Organization",),
    "UNITAR": ("Institute for Training and Research",),
    "UNODC": ("Office on Drugs and Crime",),
    "UNOPS": ("Office for Project Services",),
    "UNRWA": (),
    "UNU": ("University",),
    "UN Women": (),
    "UNWTO": ("World Tourism Organization",),
    "WFP": ("World Food Programme",),
    "WHO": ("World Health Organization",),
    "WIPO": ("World Intellectual Property Organization",),
    "WMO": ("World Meteorological Organization",),
    "WTO": ("World Trade Organization",),
}
"""The United Nations' own by the short form they go under; long forms stand without "UN"."""

STATES = _set(
    """Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia,
    Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium,
    Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina, Botswana, Brazil, Brunei Darussalam,
    Bulgaria, Burkina Faso, Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Chad, Chile, China,
    Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia, Denmark, Djibouti,
    Dominica, Dominican Republic, Ecuador, Egypt, El Salvador, Equatorial Guinea, Eritrea, Estonia,
    Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece,
    Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Holy See, Honduras, Hungary, Iceland,
    India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya,
    Kiribati, Kuwait, Kyrgyzstan, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein,
    Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall Islands,
    Mauritania, Mauritius, Mexico, Micronesia, Monaco, Mongolia, Montenegro, Morocco, Mozambique,
    Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria,
    North Macedonia, Norway, Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay,
    Peru, Philippines, Poland, Portugal, Qatar, Republic of Korea, Republic of Moldova, Romania,
    Russian Federation, Rwanda, Samoa, San Marino, Saudi Arabia, Senegal, Serbia, Seychelles,
    Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa,
    South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Tajikistan,
    Thailand, Timor-Leste, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Tuvalu,
    Türkiye, UK, US, USA, Uganda, Ukraine, United Arab Emirates, United Kingdom,
    United Republic of Tanzania, United States, United States of America, Uruguay, Uzbekistan,
    Vanuatu, Venezuela, Viet Nam, Vietnam, Yemen, Zambia, Zimbabwe"""
)
"""States as they are called in short."""

NAME_NOUNS = frozenset(
    """academy action agency alliance association bank board bureau campaign caucus center centre
    centro church clinic club coalition collective comisión comité commission committee community
    company confederation conference congress consejo consortium constituency cooperative council
    delegation department diaspora directorate federación federation foro forum foundation
    fraternity fund fundación government group grupo guild house iglesia initiative institut
    institute institution instituto international kingdom laboratory league línea mesa ministerio
    ministère ministry mission movement movimiento network observatorio observatory office ong
    organisation organization partnership platform plataforma program programme project red
    republic réseau secretariat sisters society stiftung syndicate synod task team trust union
    unions unit university verband verein watch workers working youth asociación alianza
    fédération conseil fondation ligue mouvement organizaciones sindicato centrale""".split()
)
"""Nouns that show that capitalised words are the name of a body."""

NAME_WORDS = frozenset(
    """action aid alliance and asia africa america arab bridge care catholic center centre child
    children city civil climate coalition community council data delta democracy development
    diaspora
    digital domestic education equal equality europe faith family farm farmers first food for forest
    forum freedom friends future gender girls global green group health help her home hope house
    human identity in indigenous institute inter international island justice labor labour land law
    legal life link local love migrant migrants migration mission mobility my nature net network new
    now of ocean oceans on open our partners peace people peoples planet platform poverty press
    project protect public refugee refugees rescue right rights river rivers safe save science sea
    seas secure security social society solidarity south the together trade trust union united voice
    voices war water watch west women work worker workers world young youth your""".split()
)
"""Words that domains of organisations are put together from, to part savetherivers.org."""

MAIL_PROVIDERS = frozenset(
    """aol fastmail free gmail gmx googlemail hotmail icloud laposte libero live mac mail mailbox me
    msn orange outlook proton protonmail qq rediffmail seznam t-online wanadoo web yahoo yandex
    ymail zoho""".split()
)
"""Domains that say nothing about whom a person works for."""
