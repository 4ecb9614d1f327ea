# 个人数据：导出、删除、合并账号。

export-here = 我保存的关于你的全部内容都在这个文件里：{ NUMBER($entries) } 条记录（包括撤销的）、个人资料、同意书、计划、{ $challenges } 个挑战、提醒，以及闲聊里记住的话。里面有健康数据，请妥善保管。

delete-what = **删除全部？** 我会忘掉你的资料和健康问答、所有记录、计划、提醒和我们的聊天，所有已合并的账号都一样。{ $challenges ->
    [0] { "" }
   *[other] 你会退出 { $challenges } 个挑战，榜上的名字和成绩也会消失。
}这无法撤销，我也找不回来。可以先留一份副本。
delete-button-export = 📄 先留一份
delete-button-yes = 全部删除
delete-button-no = 保留
delete-kept = 什么都没有删。
delete-stale = 这个按钮已经过期。真要删除，请重新发送 /delete。
delete-done = 关于你的一切都已删除。聊天窗口里已有的消息还在你那边，需要的话请自行删除。保重，祝一切顺利。
delete-nothing = 我没有保存关于你的任何内容，没有什么可删的。

link-code = 你的代码：**{ $code }**。请在 { $minutes } 分钟内，到另一个平台和我的聊天里发送 `/link { $code }`。之后两边就是一个账号：一份记录，一个成绩。不要告诉别人。
link-unknown = 我不认识这个代码，或者它已经过期。请在另一个账号里发送 /link 拿新代码；代码是六位，{ $minutes } 分钟内有效。
link-own = 这个代码就是这个账号发的。请在另一个账号里发送：`/link { $code }`。
link-slow = 代码错了太多次，请等一分钟。
link-ask = 这会把这个聊天和 **{ $name }** 的账号（{ $platform }）合在一起：一份记录、一份计划，每个挑战里一个成绩。两边说过的都会保留；不一致时以 **{ $name }** 的为准。
link-button-yes = 🔗 合并
link-button-no = 先不要
link-kept = 没有合并。
link-done = 合并好了。从现在起，这里和 { $platforms } 是同一个账号{ $entries ->
    [0] 。
   *[other] ，带过来 { NUMBER($entries) } 条记录。
}
link-already = 这些账号已经合在一起了。
link-notice = 你的账号现在也和 { $platform } 合并了。如果不是你本人操作，请发送 /delete，或联系这个教练的管理者。
link-platform-telegram = Telegram
link-platform-discord = Discord
link-platform-web = 网页
