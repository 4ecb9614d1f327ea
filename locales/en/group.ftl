# In groups, and what a private chat says about challenges.

group-hello =
    Hi everyone, I am **Jiayou** (加油), a fitness coach, an AI and no doctor. In this group I run challenges and keep the board; I only read what is addressed to me.
    • /challenge starts one, or mention me and say it: “7 days, 8,000 steps a day, loser buys tea”
    • Log with /log ran 5 km, by mentioning me, or by replying to the board
    • For your own plan and everything personal, write to me in private
group-help =
    Here I log what you do and run challenges:
    • /log ran 5 km, or mention me: “8,400 steps”
    • /challenge starts one, /join CODE brings one into this chat, /board shows it, /undo takes back your last entry
    • /leave leaves a challenge, /end ends one of yours, /why is your score, /language changes mine
    • Plans, questions and everything personal: in a private chat with me
group-unclear = I log and run challenges here: “ran 5 km”, /challenge, /help. For everything else write to me in private.
group-not-in = Noted. You are not on the board of **{ $title }** yet: one tap, and today counts.
group-counts-from = Noted. By your calendar **{ $title }** counts from { $first } on.
group-private = That is personal: please write to me in a private chat.
group-red-flag = I have written to you in private. Please look at it now.
group-say-again = Please say it again with the right word: { $options }.
group-not-yours = Only the person who wrote it can do that.
group-log-how = What did you do? For example: /log ran 5 km in 30 min
group-language = Which language shall I speak in this group?
group-language-set = English it is.

challenge-made = 🏁 **{ $title }** is on. The rules and the board follow.
challenge-join-how = Send `/join` and the code of the challenge, for example `/join K7P2QX`.
challenge-none = You are in no challenge right now. Start one with /challenge in a group, or join one with `/join` and its code.
challenge-leave-which = Which one do you want to leave?
challenge-why-sent = I have sent you your score in private.
challenge-why-unreachable = Write to me in private once, then I can show you your score there.
