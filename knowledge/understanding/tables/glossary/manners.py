"""Greetings, stories and question frames, which are about nothing in a plan: their Vietnamese is empty."""

ENTRIES = "\n".join(
    f"{phrase.strip()} ="
    for phrase in """
good morning; good afternoon; good evening; good day; good night; dear colleague; dear sir; dear madam;
dear friend; dear all; dear team; hi there; hello there; excuse me; sorry to bother you; sorry to bother;
sorry to trouble you; thank you; thank you so much; thank you very much; thanks a lot; many thanks;
thanks in advance; thank you in advance; please; best regards; kind regards; no rush; quick question;
just a quick question; one more question; on which day; on what day; which day; what day; on which date;
on what date; what date; which date; on which days; on which exact day; on what exact date; i have a question;
i ve a question; another question; a question; my question is; i was wondering; i wonder; just wondering;
i want to know; i would like to know; i d like to know; i need to know; we need to know; we would like to know;
we want to know; i want to ask; i would like to ask; may i ask; can i ask; let me ask; could i ask;
i d like to ask; want to know; would like to know; like to know; need to know; could you tell me; can you tell me;
could you please tell me; please tell me; tell me; tell us; let me know; please let me know; could you let me know;
show me; give me; find me; remind me; help me; help me find; could you check; can you check; please check;
could you please check; can you please check; check for me; could you check for me; check something for me;
could you please check something for me; can you check something; could you confirm; can you confirm;
please confirm; could you confirm that; can you confirm that; confirm that; can you confirm whether;
could you verify; please verify; do you know; do you happen to know; does anyone know; any idea; i m not sure;
i am not sure; not sure; i forgot; i forget; i don t remember; i can t remember; i can t find; i cannot find;
i couldn t find; i m looking for; i am looking for; looking for; is it true that; is it true; is it right that;
is it right; is it correct that; is it correct; is it the case that; is it so; is that true; is that right;
is that correct; is that so; is this right; is this correct; is this true; am i right; am i right that;
am i right in thinking; am i right in thinking that; am i correct that; am i correct; it s true that;
so is it true that; right; correct; isn t it; doesn t it; aren t they; don t they; is it not; i think; i thought;
i believe; i guess; i suppose; i assume; i heard; i hear; i ve heard; i have heard; i heard that; we heard;
we heard that; i was told; i was told that; i ve been told; i ve been told that; we were told; we were told that;
they told me; they told us; they say; they say that; somebody told me; someone told me; someone told me that;
someone said; somebody said; people say; people say that; it is said that; i read that; i read; i understand that;
if i understand correctly; as far as i know; as i understand; according to my colleague; a colleague says;
a colleague said; a colleague says that; a colleague told me; my colleague says; my colleague said;
my colleague thinks; my colleague thinks that; a colleague thinks; a colleague thinks that; my colleague told me;
my colleagues say; my boss asks; my boss is asking; my boss asked; my boss says; my boss said; my boss wants;
my boss wants to know; the boss asks; the boss wants to know; my manager asks; my head asks; my head asked;
my head asks me to; my head wants; my head; my manager says; my manager wants to know; my leader asks;
my leader says; my supervisor says; my supervisor asks; my friend says; my friend told me; my neighbour says;
my neighbor says; my neighbour told me; my aunt says; my cousin says; i am new; i m new; i am new here;
i m new here; i just started; i ve just started; i have just started; i just joined; i recently joined;
i joined last week; i joined last month; i am preparing; i m preparing; i am writing; i m writing; i am drafting;
i m drafting; we are preparing; we re preparing; i am making; i m making; i have to prepare; so i can;
so that i can; so that we can; so we can; in order to; it s urgent; i m in a hurry; as soon as possible;
just to be sure; just checking; to be sure; for sure; by the way; in fact; actually; exactly; honestly; basically;
according to; as stated; stated in; as written; in total; at all; of course; at least i think; these days;
right now; for example; such as; as well; as well as; in terms of; with regard to; regarding; concerning;
in the case of; what happens if; what if; what about; how about; how come; what for; what kind of; what sort of;
what type of; have to; has to; had to; need to; needs to; supposed to; going to; allowed to; able to; used to;
ought to; expected to; required to; obliged to; must be; should be; made up of; get; gets; got; come; comes; go;
goes; put; uses; know; want; wants; need; needs; like; take; takes; make; makes; made; happen; happens; thing;
things; anything; something; nothing; everything; anybody; everybody; everyone; anyone; someone; somebody; else;
still; already; yet; soon; well; sure; own; kind; lot; bit; really; currently; exact; given; following; named;
tell; mean; means; say; says; said; write; see; look; contain; contains; hello; hi; dear; sorry; thanks; ok; okay;
hey; sir; madam; boss; colleague; colleagues; ones; told; normally; usually; generally; quote; quote the; i work;
i work for; i work at; i work in; we work; we work for; i am from; i m from; i am with; i m with; i am at; i m at;
we are from; we re from; say so; say about; does it say; remember; i remember; friend; mr; mrs; ms
    """.replace("\n", ";").split(";")
    if phrase.strip()
)
