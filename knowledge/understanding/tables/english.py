"""English words that questions use, and what they mean in the plans' Vietnamese."""

from __future__ import annotations

_FUNCTION_TEXT = """
a an the this that these those it its they them their there here he she his her we our us you your i my me mine who
whom whose which what when where why how is are was were be been being am do does did done has have had having will
would shall should can could may might must need ought not no nor yes or and but if so than then too very also just
only any all each every both either neither some such same other another more most much many few less least own of
in on at by for from to into onto with without within about against between before after above below under over
during until since through per via up down out off again once ever never please tell show give let's lets ask say
says said mention mentions mentioned state states stated
"""
FUNCTION = frozenset(_FUNCTION_TEXT.split())

# Function words that are also folded Vietnamese syllables; they prove nothing.
_EITHER_TEXT = """
a an the it he me i do no can may so an to in on no or then than them they long hat hang ban con hay la than so cho
ten song chat chi chin com dam dan den do doc dong du dung gang giang go ha hai hang ho hoc hoi hong in khan khi
king lam lan len loan long mai man mat men mo moi mong mot my nan nay no non noi nom on pan pho phone ran rang ring
sang sin son song sung tai tan tang tap tay ten than thang then thin thong thu tin to toi ton tong top tu van vat
vet vi vo xin ai am as at be by go had has he hi him his how if is it of re six met buy run boat trip
"""
EITHER = frozenset(_EITHER_TEXT.split())

_COMMON_TEXT = """
accept access according account achieve act action activity actually add address agency ago agree allow already
always amount annex answer anyone anything apply appoint approve area article assign attached authority authorities
available avoid away award awarded awards back bad bag bags ban base based basis become begin behind best better big
body book bot bring bullet call called cannot category certain certificate certificates change changed channel
chapter check choose cite cited citizen citizens city claim clause clear close code combine come comes commend
commendation committee commune communes community compare comparison complaint complaints complete concerning
conclusion condition confirm contact contain contains content contents control copy correct cost council count
country court courts cover covered create criteria criterion current cut cutoff daily date dated dates day days
deadline deadlines deal december decide decision decree deliver department departments describe detail details
development dialogue differ difference different digital direct directive disclose discuss district division
document documents doing draft due duration duties duty early easy economic economy education educational eco effect
effective eight email emails emulation encourage end ends enforce english enough ensure environment environmental
establish even event everyone everything exact example exclude exist expect expire expired expires explain
explanation extended extension fact fail false family february field fields fifth file files final find fine finish
first five fix follow following follows footnote forget form format former four fourth free frequency frequently
friendly front full function general get gets given gives goal goals going good government green group guidance
guideline guidelines half handle happen happens happened head heading health hear held hello help hi high hold holds
home hour house hundred idea ignore immediately implement implementation important improve include included includes
including individual individuals inform information initiative initiatives inside instead instruction instructions
issue issued issuer issues item items january joke july june keep kind know known land language large last late
later latest launch law laws lead leader leaders leadership learn leave left legal let level like limit limits line
link list listed lists literally litter littering live local long look lot made mail main make makes man manage
mandatory many march margin mass masses match matter matters mayor mean means measure meet meeting member members
merit message method middle midyear military ministry minimum missing mobilisation mobilization model models money
month monthly months moved movement movements multiple name named names national near nearest network new next nine
noon note nothing notice november now number numbers numbered objective objectives obligation october office offices
official officials often old one ones online open opinion option order orders organ organisation organisations
organization organizations organize original others otherwise outline outside overdue page paid paper part
participate parties party passed past pay penalty people percent percentage perform period permanent person phone
phrase place plan plans plastic poem point points police policy poor position possible pretend previous principle
print problem procedure procedures promote prompt propaganda proposal propose provide province provincial public
publish purpose put quarter quarterly question questions quickly quote rate rates reach read really reason receive
received receives recipient recipients reconciliation reduce refer reference referred refers reform regarding
regular regulation regulations relate related relevant remaining remind remove repeat reply report reported
reporting reports represent request require required requirement requirements requires resident residents resolution
respond responsibility responsible rest result results reveal review reward rewarded rewards right road role rule
rules safe same sanction say school schools score second secretary section sector security see select self semi send
sending sends sent sentence separate september serve service set sets seven share sheet short shorter should sign
signatory signed signs six sixth small social society someone something soon source speak specific specified specify
staff standard start starts state statement states status stay step still stop street student students subject
submission submit submits submitted submitting subordinate successful suggest summarise summarize summary supervise
support supposed sure system table take takes talk target targets task tasks teacher teachers template ten text
thank thanks thing things think third three time times title today together tomorrow top topic total town traffic
train training translate true try turn turning two type types typical understand union unit units unspecified until
update use used useful uses using valid validity value verify version versus vietnam vietnamese volunteer vote
vulnerable walls want ward wards waste way ways weather week weekly well whatever whether whole why win women word
wording words work worker workers works world worth write wrong year yearly years yesterday yet young youth armed
forces eligible cells cell comply penalties everybody anybody instances include cite cites mandate mandates hotline
wall space old trees tree turn cut off cut-off secretariat politburo front fatherland farmers veterans ethnic
minority minorities religion religious bid land clearance resettlement compensation satisfaction citizens' reception
corruption bureaucracy harassment disorder gatherings gathering cleanup greenery bot's
"""
COMMON = frozenset(_COMMON_TEXT.split())

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "april": 4, "apr": 4, "june": 6, "july": 7, "jul": 7,
    "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11,
    "december": 12, "dec": 12, "may": 5, "jun": 6, "mar": 3,
}  # fmt: skip

# Kinds of papers -> the folded Vietnamese kind.
PAPERS = {
    "decree": "nghi dinh", "circular": "thong tu", "decision": "quyet dinh", "resolution": "nghi quyet",
    "directive": "chi thi", "regulation": "quy dinh", "plan": "ke hoach", "conclusion": "ket luan", "law": "luat",
    "guidance": "huong dan", "dispatch": "cong van", "document": "van ban",
}  # fmt: skip

COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "trăm",
}  # fmt: skip
"""Numbers in words as plans write them; "one" is a pronoun far oftener."""
