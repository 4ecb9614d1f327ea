# A person's data: export, deletion, joining accounts.

export-here = Here is everything I keep about you, as one file: { $entries ->
    [one] { $entries } entry
   *[other] { NUMBER($entries) } entries
} of your diary (withdrawn ones too), profile, consents, plans, { $challenges ->
    [one] { $challenges } challenge
   *[other] { $challenges } challenges
}, reminders and what our talk remembers. Keep it safe: there is health data in it.

delete-what = **Delete everything?** I will forget your profile and health answers, your whole diary, your plans, reminders and our talk, on every account you linked. { $challenges ->
    [0] { "" }
    [one] You leave your challenge; your name and score go from its board. { "" }
   *[other] You leave your { $challenges } challenges; your name and score go from their boards. { "" }
}This cannot be undone, not by me either. You can take a copy first.
delete-button-export = 📄 A copy first
delete-button-yes = Delete everything
delete-button-no = Keep it
delete-kept = Nothing was deleted.
delete-stale = That button is too old. Send /delete again if you mean it.
delete-done = Everything about you is deleted. Messages already in this chat stay on your side; delete them there if you like. Take care, and all the best.
delete-nothing = I keep nothing about you, so there is nothing to delete.

link-code = Your code: **{ $code }**. On your other platform, open a chat with me and send `/link { $code }` within { $minutes } minutes. Then both are one: one diary, one score. Give it to nobody else.
link-unknown = I do not know that code, or its time is over. Send /link on your other account to get a new one; it has six characters and works for { $minutes } minutes.
link-own = That code is from this very account. Send it from the other one: `/link { $code }`.
link-slow = That was a wrong code too often. Please wait a minute.
link-ask = This joins this chat with **{ $name }**'s account ({ $platform }): one diary, one plan, one score in each challenge. What you told me on either side stays; where both differ, **{ $name }**'s counts.
link-button-yes = 🔗 Join them
link-button-no = Not now
link-kept = Nothing was joined.
link-done = Joined. From now on this is one account with { $platforms }{ $entries ->
    [0] .
    [one] ; { $entries } diary entry came along.
   *[other] ; { NUMBER($entries) } diary entries came along.
}
link-already = These accounts are one already.
link-notice = Your account is now joined with { $platform } as well. If that was not you, send /delete or ask whoever runs this coach for help.
link-platform-telegram = Telegram
link-platform-discord = Discord
link-platform-web = the web page
