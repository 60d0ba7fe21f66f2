<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>The outlet</source>
        <translation>本网点</translation>
    </message>
    <message>
        <source>The counter of one delivery outlet: what it accepts, its masked labels, its people, and the record of who did what. Everything lies encrypted on this PC and in your backups; nothing goes over the network.</source>
        <translation>一家快递网点的柜台：收寄的包裹、脱敏面单、人员，以及谁做了什么的操作记录。全部加密存在这台电脑和您的备份里，不走网络。</translation>
    </message>
    <message>
        <source>Mark on the labels</source>
        <translation>面单标记</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>建立日期</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>Second key file</source>
        <translation>第二份密钥文件</translation>
    </message>
    <message>
        <source>Pictures of the screen</source>
        <translation>屏幕截图</translation>
    </message>
    <message>
        <source>The first part of the code on each label. A label with another mark is another outlet&apos;s.</source>
        <translation>每张面单码上的网点标记。标记不同，就是别家网点的面单。</translation>
    </message>
    <message>
        <source>The day of the first act in the record.</source>
        <translation>操作记录里第一条操作的日期。</translation>
    </message>
    <message>
        <source>This name stands in the record with everything that is done here.</source>
        <translation>在这台电脑上做的每件事，操作记录里都写着这个名字。</translation>
    </message>
    <message>
        <source>The encrypted database and the key file. Without this PC&apos;s device secret they open nothing.</source>
        <translation>加密数据库和密钥文件。离开本机的设备密钥，它们什么也打不开。</translation>
    </message>
    <message>
        <source>A copy in another folder, for the day on which the first one is damaged.</source>
        <translation>放在另一个文件夹里的副本，第一份损坏时用。</translation>
    </message>
    <message>
        <source>Whatever the system offers, a camera sees the screen. So what is revealed bears the name of who looks.</source>
        <translation>系统再怎么防，手机也能拍屏幕，所以查看的内容上都印着查看人的名字。</translation>
    </message>
    <message>
        <source>The system keeps our windows out of them.</source>
        <translation>系统不让其他程序截取本程序的窗口。</translation>
    </message>
    <message>
        <source>This system offers nothing against them: other programs here can take them.</source>
        <translation>本机系统不能防截屏：其他程序可以截取屏幕。</translation>
    </message>
</context>
<context>
    <name>AcceptBar</name>
    <message>
        <source>Contents inspected</source>
        <translation>已验视</translation>
    </message>
    <message>
        <source>Real name checked</source>
        <translation>已实名</translation>
    </message>
    <message>
        <source>F8 sets both</source>
        <translation>F8 两项都勾</translation>
    </message>
    <message>
        <source>Put right and print the new label   Ctrl+Enter</source>
        <translation>改单并打印新面单   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Put right without printing   Ctrl+Enter</source>
        <translation>改单但不打印   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>正在收寄…</translation>
    </message>
    <message>
        <source>Accept and print   Ctrl+Enter</source>
        <translation>收寄并打印   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Accept without printing   Ctrl+Enter</source>
        <translation>收寄，不打印   Ctrl+Enter</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Missing or to mend: {fields}</source>
        <translation>还缺或要改：{fields}</translation>
    </message>
    <message>
        <source>To mend: {fields}</source>
        <translation>要改：{fields}</translation>
    </message>
    <message>
        <source>Still missing: {fields}</source>
        <translation>还缺：{fields}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>AccountTile</name>
    <message>
        <source>first time here</source>
        <translation>首次使用</translation>
    </message>
</context>
<context>
    <name>AccountView</name>
    <message>
        <source>This page has no use for that code.</source>
        <translation>此页用不到这个码。</translation>
    </message>
    <message>
        <source>Sign out   Ctrl+Shift+L</source>
        <translation>下班登出   Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>Your day is over: your login is closed, others work on. A lock is for a break.</source>
        <translation>今天下班：关闭您的登录，其他人照常工作。暂时离开请用锁定。</translation>
    </message>
    <message>
        <source>Your login in the last seven days</source>
        <translation>最近七天您账号的登录情况</translation>
    </message>
    <message>
        <source>Was one of these not you? Change your password, and tell the owner.</source>
        <translation>有不是您本人的吗？请改密码，并告诉店主。</translation>
    </message>
    <message>
        <source>Your duties</source>
        <translation>您的职责</translation>
    </message>
    <message>
        <source>The duties of everybody who works here.</source>
        <translation>本店每个人的职责。</translation>
    </message>
    <message>
        <source>You accepted the duties, version {version}, on {time}.</source>
        <translation>您于 {time} 确认了职责（第 {version} 版）。</translation>
    </message>
    <message>
        <source>Back to the sign-ins</source>
        <translation>返回登录记录</translation>
    </message>
    <message>
        <source>Read the duties</source>
        <translation>查看职责</translation>
    </message>
    <message>
        <source>The new password holds from now on.</source>
        <translation>新密码已生效。</translation>
    </message>
    <message>
        <source>The PIN is removed.</source>
        <translation>PIN 已取消。</translation>
    </message>
</context>
<context>
    <name>ActFilterBar</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Number of a waybill or parcel</source>
        <translation>运单或到件的单号</translation>
    </message>
    <message>
        <source>Number, then Enter</source>
        <translation>单号，回车</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>所有日期</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>All acts</source>
        <translation>所有操作</translation>
    </message>
</context>
<context>
    <name>ActRows</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>ActWording</name>
    <message>
        <source>Founded the outlet</source>
        <translation>建立网点</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Reported, not proven: sign-in as {person} refused at {at_ms} ({why})</source>
        <translation>据报（未经证实）：{at_ms} 有人以{person}的名义登录被拒（{why}）</translation>
    </message>
    <message>
        <source>Reported, not proven: a sign-in was refused</source>
        <translation>据报（未经证实）：一次登录被拒</translation>
    </message>
    <message>
        <source>Locked the counter</source>
        <translation>锁定柜台</translation>
    </message>
    <message>
        <source>Unlocked the counter</source>
        <translation>解锁柜台</translation>
    </message>
    <message>
        <source>Took over from {person} by PIN</source>
        <translation>用 PIN 接替{person}</translation>
    </message>
    <message>
        <source>Took over by PIN</source>
        <translation>用 PIN 接替</translation>
    </message>
    <message>
        <source>Was signed out: {why}</source>
        <translation>自动退出：{why}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Accepted the parcel</source>
        <translation>收寄包裹</translation>
    </message>
    <message>
        <source>Changed weight from {was_weight_g} to {weight_g}, fee from {was_fee_fen} to {fee_fen}</source>
        <translation>重量由 {was_weight_g} 改为 {weight_g}，运费由 {was_fee_fen} 改为 {fee_fen}</translation>
    </message>
    <message>
        <source>Changed the weight from {was_weight_g} to {weight_g}</source>
        <translation>重量由 {was_weight_g} 改为 {weight_g}</translation>
    </message>
    <message>
        <source>Changed the fee from {was_fee_fen} to {fee_fen}</source>
        <translation>运费由 {was_fee_fen} 改为 {fee_fen}</translation>
    </message>
    <message>
        <source>Changed the payment from {was_payment} to {payment}</source>
        <translation>付款方式由“{was_payment}”改为“{payment}”</translation>
    </message>
    <message>
        <source>Put the waybill right</source>
        <translation>更正运单</translation>
    </message>
    <message>
        <source>Made a new label with code, number {serial}, {by}</source>
        <translation>重制有码面单，第 {serial} 张（{by}）</translation>
    </message>
    <message>
        <source>Made a new label with code, number {serial}</source>
        <translation>制作新的带码面单，第 {serial} 张</translation>
    </message>
    <message>
        <source>Made a new label with code</source>
        <translation>制作新的带码面单</translation>
    </message>
    <message>
        <source>The label&apos;s code opens nothing any more: {reason}</source>
        <translation>面单上的码已失效：{reason}</translation>
    </message>
    <message>
        <source>The label&apos;s code opens nothing any more</source>
        <translation>面单上的码已失效</translation>
    </message>
    <message>
        <source>Sent a label with code to {printer}</source>
        <translation>带码面单发往 {printer}</translation>
    </message>
    <message>
        <source>Sent a label with code to the printer</source>
        <translation>带码面单发往打印机</translation>
    </message>
    <message>
        <source>Hand-over list {list} came out of {printer}</source>
        <translation>交接单第{list}号已从{printer}打出</translation>
    </message>
    <message>
        <source>The label came out of {printer}</source>
        <translation>面单已由 {printer} 打出</translation>
    </message>
    <message>
        <source>The label was printed</source>
        <translation>面单已打出</translation>
    </message>
    <message>
        <source>{printer} did not print hand-over list {list}</source>
        <translation>{printer}没有打出交接单第{list}号</translation>
    </message>
    <message>
        <source>{printer} did not print the label</source>
        <translation>{printer} 没有打出面单</translation>
    </message>
    <message>
        <source>The label was not printed</source>
        <translation>面单没有打出</translation>
    </message>
    <message>
        <source>Sent the shelf label {shelf_code} to {printer}</source>
        <translation>取件码标签 {shelf_code} 已送 {printer} 打印</translation>
    </message>
    <message>
        <source>Sent a label without code to {printer}</source>
        <translation>无码面单发往 {printer}</translation>
    </message>
    <message>
        <source>Sent a label without code to the printer</source>
        <translation>无码面单发往打印机</translation>
    </message>
    <message>
        <source>Printed a test page on {printer}</source>
        <translation>在 {printer} 上打印了测试页</translation>
    </message>
    <message>
        <source>Printed a test page</source>
        <translation>打印了测试页</translation>
    </message>
    <message>
        <source>Put the parcel on hand-over list {list}, {way}</source>
        <translation>放上交接单第{list}号（{way}）</translation>
    </message>
    <message>
        <source>Put the parcel on a hand-over list</source>
        <translation>包裹列入交接单</translation>
    </message>
    <message>
        <source>Took the parcel off hand-over list {list}</source>
        <translation>从交接单第{list}号撤下</translation>
    </message>
    <message>
        <source>Took the parcel off its hand-over list</source>
        <translation>包裹移出交接单</translation>
    </message>
    <message>
        <source>Opened hand-over list {list} of {carrier}</source>
        <translation>开{carrier}交接单第{list}号</translation>
    </message>
    <message>
        <source>Opened a hand-over list of {carrier}</source>
        <translation>新开{carrier}交接单</translation>
    </message>
    <message>
        <source>Opened a hand-over list</source>
        <translation>新开交接单</translation>
    </message>
    <message>
        <source>Closed hand-over list {list} of {carrier}: {count} parcels, {weight_g}</source>
        <translation>{carrier}交接单第{list}号已交接：{count}件，{weight_g}</translation>
    </message>
    <message>
        <source>Closed the hand-over list of {carrier}</source>
        <translation>关闭{carrier}的交接单</translation>
    </message>
    <message>
        <source>Closed a hand-over list</source>
        <translation>关闭交接单</translation>
    </message>
    <message>
        <source>Handed the parcel over with list {list}</source>
        <translation>随交接单第{list}号交给快递公司</translation>
    </message>
    <message>
        <source>Handed the parcel over</source>
        <translation>包裹已交接</translation>
    </message>
    <message>
        <source>Shelved an arrived parcel of {carrier} at {shelf_code}</source>
        <translation>{carrier}到件上架 {shelf_code}</translation>
    </message>
    <message>
        <source>Shelved an arrived parcel</source>
        <translation>到件上架</translation>
    </message>
    <message>
        <source>Moved the parcel from {was_shelf_code} to {shelf_code}</source>
        <translation>包裹从 {was_shelf_code} 移到 {shelf_code}</translation>
    </message>
    <message>
        <source>Moved the parcel to another shelf</source>
        <translation>包裹换了货架</translation>
    </message>
    <message>
        <source>Changed the cash on delivery from {was_cod_fen} to {cod_fen}</source>
        <translation>代收货款由 {was_cod_fen} 改为 {cod_fen}</translation>
    </message>
    <message>
        <source>Changed the freight to collect from {was_collect_fen} to {collect_fen}</source>
        <translation>到付运费由 {was_collect_fen} 改为 {collect_fen}</translation>
    </message>
    <message>
        <source>Changed an arrival&apos;s carrier from {was_carrier} to {carrier}</source>
        <translation>到件的快递公司由{was_carrier}改为{carrier}</translation>
    </message>
    <message>
        <source>Put an arrival right</source>
        <translation>更正到件</translation>
    </message>
    <message>
        <source>Took an arrival back</source>
        <translation>撤销到件</translation>
    </message>
    <message>
        <source>Gave the parcel at {shelf_code} out for {cod_fen} on delivery and {collect_fen} freight</source>
        <translation>{shelf_code} 已取走，收代收货款 {cod_fen}、到付运费 {collect_fen}</translation>
    </message>
    <message>
        <source>Gave the parcel at {shelf_code} out for {cod_fen} on delivery</source>
        <translation>{shelf_code} 已取走，收代收货款 {cod_fen}</translation>
    </message>
    <message>
        <source>Gave the parcel at {shelf_code} out for {collect_fen} freight</source>
        <translation>{shelf_code} 已取走，收到付运费 {collect_fen}</translation>
    </message>
    <message>
        <source>Gave the parcel at {shelf_code} out</source>
        <translation>{shelf_code} 已取走</translation>
    </message>
    <message>
        <source>Gave the parcel out</source>
        <translation>包裹已取走</translation>
    </message>
    <message>
        <source>Did not give the parcel at {shelf_code} out: other digits were typed</source>
        <translation>{shelf_code} 未给取件：报的尾号不符</translation>
    </message>
    <message>
        <source>Did not give a parcel out: other digits were typed</source>
        <translation>未给取件：报的尾号不符</translation>
    </message>
    <message>
        <source>Took a collection back: the parcel is on its shelf again</source>
        <translation>撤销取件：包裹回到货架</translation>
    </message>
    <message>
        <source>Gave the parcel back to its carrier with list {list}</source>
        <translation>随交接单第{list}号退回快递公司</translation>
    </message>
    <message>
        <source>The parcel came back and waits for its sender at {came_back_to}</source>
        <translation>包裹退回，放在 {came_back_to} 等寄件人来取</translation>
    </message>
    <message>
        <source>Sent the parcel back</source>
        <translation>退回包裹</translation>
    </message>
    <message>
        <source>The parcel goes back to its carrier: {reason}</source>
        <translation>包裹退回快递公司：{reason}</translation>
    </message>
    <message>
        <source>The recipient refused the parcel</source>
        <translation>收件人拒收</translation>
    </message>
    <message>
        <source>Forwarded the parcel</source>
        <translation>转寄包裹</translation>
    </message>
    <message>
        <source>Marked the parcel as lost: {reason}</source>
        <translation>登记为遗失：{reason}</translation>
    </message>
    <message>
        <source>Marked the parcel as lost</source>
        <translation>标记包裹丢失</translation>
    </message>
    <message>
        <source>Cancelled the waybill: {reason}; {refund_fen} given back</source>
        <translation>取消运单：{reason}，退款{refund_fen}</translation>
    </message>
    <message>
        <source>Cancelled the waybill: {reason}</source>
        <translation>取消运单：{reason}</translation>
    </message>
    <message>
        <source>Cancelled the waybill</source>
        <translation>取消运单</translation>
    </message>
    <message>
        <source>A look-up by {key} was refused: {refused}</source>
        <translation>按{key}查找被拒绝：{refused}</translation>
    </message>
    <message>
        <source>Scanned one of our labels: {outcome}</source>
        <translation>扫描本网点面单：{outcome}</translation>
    </message>
    <message>
        <source>Listed the parcels that wait for {days} days or longer: {hits} shown</source>
        <translation>查看滞留 {days} 天以上的到件，显示 {hits} 件</translation>
    </message>
    <message>
        <source>Looked up by {key}: {hits} found</source>
        <translation>按{key}查找：找到 {hits} 条</translation>
    </message>
    <message>
        <source>Looked something up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Opened the details to put them right, {by}</source>
        <translation>打开信息以便更正（{by}）</translation>
    </message>
    <message>
        <source>Opened the details to put them right</source>
        <translation>打开信息以便更正</translation>
    </message>
    <message>
        <source>Revealed the {field} {by}: {reason}. {note}</source>
        <translation>查看{field}（{by}）：{reason}。{note}</translation>
    </message>
    <message>
        <source>Revealed the {field} {by}: {reason}</source>
        <translation>查看{field}（{by}）：{reason}</translation>
    </message>
    <message>
        <source>Revealed the {field}: {reason}</source>
        <translation>查看{field}：{reason}</translation>
    </message>
    <message>
        <source>Revealed the {field}</source>
        <translation>查看{field}</translation>
    </message>
    <message>
        <source>Revealed a part of the details</source>
        <translation>查看部分信息</translation>
    </message>
    <message>
        <source>A new label {reprint} was refused: {why}</source>
        <translation>重制{reprint}面单被拒绝：{why}</translation>
    </message>
    <message>
        <source>Showing the {field} was refused: {why}</source>
        <translation>查看{field}被拒绝：{why}</translation>
    </message>
    <message>
        <source>A reveal was refused: {why}</source>
        <translation>查看被拒：{why}</translation>
    </message>
    <message>
        <source>A reveal was refused</source>
        <translation>查看被拒</translation>
    </message>
    <message>
        <source>Copied the {field} that was revealed</source>
        <translation>复制了查看的{field}</translation>
    </message>
    <message>
        <source>Copied what was revealed</source>
        <translation>复制查看的内容</translation>
    </message>
    <message>
        <source>Scanned a label that is {why}</source>
        <translation>扫描了一张面单：{why}</translation>
    </message>
    <message>
        <source>Scanned a label that is not ours or not genuine</source>
        <translation>扫到非本网点或不真的面单</translation>
    </message>
    <message>
        <source>Read a merchant&apos;s file: {rows} rows taken, {refused} refused</source>
        <translation>读入商家文件：收下 {rows} 行，拒绝 {refused} 行</translation>
    </message>
    <message>
        <source>Read a merchant&apos;s file</source>
        <translation>读入商家文件</translation>
    </message>
    <message>
        <source>Entered the numbers {first} to {last} of {carrier}</source>
        <translation>录入{carrier}号段 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Entered waybill numbers</source>
        <translation>录入号段</translation>
    </message>
    <message>
        <source>Set number {number} of {carrier} aside as void: {reason}</source>
        <translation>把{carrier}的单号 {number} 作废：{reason}</translation>
    </message>
    <message>
        <source>Set number {number} of {carrier} aside as void</source>
        <translation>{carrier}单号 {number} 作废</translation>
    </message>
    <message>
        <source>Set a waybill number aside as void</source>
        <translation>作废一个单号</translation>
    </message>
    <message>
        <source>Gave the numbers {first} to {last} back to {carrier}</source>
        <translation>退还{carrier}号段 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Gave waybill numbers back</source>
        <translation>退还运单号</translation>
    </message>
    <message>
        <source>Settled the numbers {first} to {last} of {carrier}: {settled}</source>
        <translation>核定{carrier}单号 {first} 至 {last}：{settled}</translation>
    </message>
    <message>
        <source>Settled numbers that a restore left in doubt</source>
        <translation>核定了恢复后存疑的单号</translation>
    </message>
    <message>
        <source>Ended the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Counted the cash: {counted_fen}</source>
        <translation>清点现金：{counted_fen}</translation>
    </message>
    <message>
        <source>Counted the cash</source>
        <translation>清点现金</translation>
    </message>
    <message>
        <source>Signed as owner: {person} is a {role}</source>
        <translation>以店主身份签署：{person}是{role}</translation>
    </message>
    <message>
        <source>Signed as owner: {subject} of {person}</source>
        <translation>以店主身份签署：{person}的{subject}</translation>
    </message>
    <message>
        <source>Signed as owner: {subject}</source>
        <translation>以店主身份签署：{subject}</translation>
    </message>
    <message>
        <source>Signed an owner&apos;s statement</source>
        <translation>以店主身份签署声明</translation>
    </message>
    <message>
        <source>Invited {person}</source>
        <translation>邀请{person}</translation>
    </message>
    <message>
        <source>Invited somebody</source>
        <translation>邀请新人</translation>
    </message>
    <message>
        <source>Took up the invitation and set a password</source>
        <translation>接受邀请并设置密码</translation>
    </message>
    <message>
        <source>Gave {person} a new code for signing in</source>
        <translation>给{person}新的登录码</translation>
    </message>
    <message>
        <source>Gave somebody a new code for signing in</source>
        <translation>给出新的登录码</translation>
    </message>
    <message>
        <source>Accepted the duties, version {version}</source>
        <translation>确认职责，第 {version} 版</translation>
    </message>
    <message>
        <source>Accepted the duties</source>
        <translation>确认职责</translation>
    </message>
    <message>
        <source>Changed the role of {person}</source>
        <translation>更改{person}的角色</translation>
    </message>
    <message>
        <source>Changed a role</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>Dismissed {person}</source>
        <translation>{person}离职</translation>
    </message>
    <message>
        <source>Dismissed somebody</source>
        <translation>办理离职</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>修改自己的密码</translation>
    </message>
    <message>
        <source>PIN: {pin}</source>
        <translation>PIN 码：{pin}</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设置自己的 PIN</translation>
    </message>
    <message>
        <source>Changed the key of the database</source>
        <translation>更换数据库密钥</translation>
    </message>
    <message>
        <source>Replaced the owner card of {person}</source>
        <translation>给 {person} 换了店主卡</translation>
    </message>
    <message>
        <source>Replaced the owner card</source>
        <translation>更换店主卡</translation>
    </message>
    <message>
        <source>Replaced the recovery sheet</source>
        <translation>更换恢复单</translation>
    </message>
    <message>
        <source>All {waybills} waybills are locked to the owner&apos;s new keys</source>
        <translation>全部 {waybills} 张运单都已换成店主的新钥匙</translation>
    </message>
    <message>
        <source>Replaced the owner&apos;s keys</source>
        <translation>更换店主密钥</translation>
    </message>
    <message>
        <source>Locked {waybills} waybills to the owner&apos;s new key</source>
        <translation>已用店主的新钥匙重新锁好 {waybills} 张运单</translation>
    </message>
    <message>
        <source>Locked waybills to the owner&apos;s new key</source>
        <translation>已用店主的新钥匙重新锁好运单</translation>
    </message>
    <message>
        <source>Tried the owner&apos;s key on {tried} waybills; {odd} do not open</source>
        <translation>用店主的钥匙试开了 {tried} 张运单，{odd} 张打不开</translation>
    </message>
    <message>
        <source>Tried the owner&apos;s key on the newest waybills</source>
        <translation>用店主的钥匙试开了最近的运单</translation>
    </message>
    <message>
        <source>Named a key of {carrier}: {fingerprint}, in force from {at_ms}</source>
        <translation>登记了{carrier}的密钥：{fingerprint}，{at_ms} 起生效</translation>
    </message>
    <message>
        <source>Withdrew the key of {carrier}: {withdrawn}</source>
        <translation>作废了{carrier}的密钥：{withdrawn}</translation>
    </message>
    <message>
        <source>Ordered to erase the details of {erasing} waybills, accepted {since} to {until}; confirmed by {second}</source>
        <translation>决定删除 {erasing} 个运单的个人信息，收寄日期 {since} 至 {until}，确认方式：{second}</translation>
    </message>
    <message>
        <source>Erased the details ordered: {erased} waybills, accepted {since} to {until}</source>
        <translation>删除完成：{erased} 个运单的个人信息，收寄日期 {since} 至 {until}</translation>
    </message>
    <message>
        <source>Asked to erase the details of {erasing_asked} waybills, accepted up to {until}</source>
        <translation>申请删除 {erasing_asked} 个运单的个人信息，收寄日期至 {until}</translation>
    </message>
    <message>
        <source>Took back the wish to erase details up to {erasing_dropped}</source>
        <translation>撤回删除申请（收寄日期至 {erasing_dropped}）</translation>
    </message>
    <message>
        <source>Set up the paper of {printer}</source>
        <translation>设置 {printer} 的纸张</translation>
    </message>
    <message>
        <source>Changed the carrier {changed_carrier} from “{old}” to “{new}”</source>
        <translation>修改快递公司{changed_carrier}：由“{old}”改为“{new}”</translation>
    </message>
    <message>
        <source>Changed the table of sort codes of {codes_of}: rows before {old}, now {new}</source>
        <translation>更换{codes_of}的三段码表：原 {old} 行，现 {new}</translation>
    </message>
    <message>
        <source>Changed the order of the carriers{carrier_order}</source>
        <translation>调整了快递公司的顺序{carrier_order}</translation>
    </message>
    <message>
        <source>Changed a limit from {old} to {new}: {limit}</source>
        <translation>限额由 {old} 改为 {new}：{limit}</translation>
    </message>
    <message>
        <source>Changed {policy} from {old} to {new}</source>
        <translation>把{policy}从 {old} 改为 {new}</translation>
    </message>
    <message>
        <source>Changed the setting {name} from “{old}” to “{new}”</source>
        <translation>设置 {name} 由“{old}”改为“{new}”</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Lifted {limit} for {person}</source>
        <translation>为{person}解除{limit}</translation>
    </message>
    <message>
        <source>Lifted a limit for today</source>
        <translation>解除今天的一项限额</translation>
    </message>
    <message>
        <source>Look-ups were suspended</source>
        <translation>查找被暂停</translation>
    </message>
    <message>
        <source>Acknowledged that the record did not fit: {reason}</source>
        <translation>确认操作记录不符：{reason}</translation>
    </message>
    <message>
        <source>Acknowledged that the record did not fit</source>
        <translation>确认操作记录不符</translation>
    </message>
    <message>
        <source>Ticked a flag of {person} off ({flag}): {note}</source>
        <translation>处理了 {person} 的提醒（{flag}）：{note}</translation>
    </message>
    <message>
        <source>Ticked a flag off ({flag}): {note}</source>
        <translation>处理了一条提醒（{flag}）：{note}</translation>
    </message>
    <message>
        <source>Ticked a flag off</source>
        <translation>处理一条提示</translation>
    </message>
    <message>
        <source>Flags of {person} are {shown}: {flag}</source>
        <translation>{person} 的提醒{shown}：{flag}</translation>
    </message>
    <message>
        <source>Muted flags of {person}: {flag}</source>
        <translation>不再提醒 {person} 的：{flag}</translation>
    </message>
    <message>
        <source>Muted a kind of flag for somebody</source>
        <translation>对某人静音一类提示</translation>
    </message>
    <message>
        <source>Looked through the review; flags open: {flags}</source>
        <translation>看完了操作检查，未处理的提醒 {flags} 条</translation>
    </message>
    <message>
        <source>Looked through the review</source>
        <translation>查看了操作概览</translation>
    </message>
    <message>
        <source>Sealed the list of canaries anew</source>
        <translation>重新封存了诱饵件清单</translation>
    </message>
    <message>
        <source>Sent hand-over list {list} to {printer}</source>
        <translation>交接单第{list}号送往{printer}打印</translation>
    </message>
    <message>
        <source>Made the {report} about {person}</source>
        <translation>出具{person}的{report}</translation>
    </message>
    <message>
        <source>Made the {report}</source>
        <translation>出具{report}</translation>
    </message>
    <message>
        <source>Made a report</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <source>Wrote the sealed hand-over of list {list} for {carrier}: {count} waybills, {without} left out</source>
        <translation>写出{carrier}第 {list} 号交接单的密封文件：{count} 票，另 {without} 票没有密封</translation>
    </message>
    <message>
        <source>Wrote the sealed hand-over for {carrier}</source>
        <translation>写出给{carrier}的密封交接文件</translation>
    </message>
    <message>
        <source>Wrote a sealed hand-over</source>
        <translation>写出密封交接文件</translation>
    </message>
    <message>
        <source>Upgraded to version {version}</source>
        <translation>升级到 {version} 版</translation>
    </message>
    <message>
        <source>Upgraded the program</source>
        <translation>升级程序</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Checked a backup</source>
        <translation>检查备份</translation>
    </message>
    <message>
        <source>Saved a damaged database: {acts_lost} acts, {waybills_lost} waybills lost</source>
        <translation>抢救了损坏的数据库：丢失操作 {acts_lost} 条、运单 {waybills_lost} 张</translation>
    </message>
    <message>
        <source>Its proof was lost with a damaged database; kept as it was found</source>
        <translation>凭据随损坏的数据库丢失；按找到时的样子保留</translation>
    </message>
    <message>
        <source>Restored the outlet from a backup that ends at act {from_n}; {uncertain} numbers left alone</source>
        <translation>从备份恢复了网点（备份到第 {from_n} 条操作为止），空出 {uncertain} 个号不用</translation>
    </message>
    <message>
        <source>Restored the outlet from a backup</source>
        <translation>从备份恢复网点</translation>
    </message>
    <message>
        <source>Erased details</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>Verified the record: it does not fit at act {at}</source>
        <translation>校验操作记录：第 {at} 条对不上</translation>
    </message>
    <message>
        <source>Verified the record: {acts} acts, {result}</source>
        <translation>校验操作记录：共 {acts} 条，{result}</translation>
    </message>
    <message>
        <source>Verified the record</source>
        <translation>校验操作记录</translation>
    </message>
    <message>
        <source>The PC&apos;s clock: {move} ({by_min} min)</source>
        <translation>电脑时钟{move}（{by_min} 分钟）</translation>
    </message>
    <message>
        <source>The PC&apos;s clock: {move}</source>
        <translation>电脑时钟{move}</translation>
    </message>
    <message>
        <source>The PC&apos;s clock was moved</source>
        <translation>电脑时间被调整</translation>
    </message>
    <message>
        <source>Confirmed that it is {day}</source>
        <translation>确认今天是 {day}</translation>
    </message>
    <message>
        <source>Confirmed the date</source>
        <translation>确认了日期</translation>
    </message>
    <message>
        <source>Another hand changed the settings of {changed_carrier}; look at them and save them anew</source>
        <translation>有人绕过本程序改了{changed_carrier}的设置，请查看并重新保存</translation>
    </message>
    <message>
        <source>Another hand changed the sort codes of {codes_of}; load their table anew</source>
        <translation>有人绕过本程序改了{codes_of}的三段码表，请重新导入</translation>
    </message>
    <message>
        <source>A fault was found: {what}</source>
        <translation>发现异常：{what}</translation>
    </message>
    <message>
        <source>A fault was found in the database</source>
        <translation>数据库发现故障</translation>
    </message>
    <message>
        <source>An act that this version does not know</source>
        <translation>本版本不认识的操作</translation>
    </message>
    <message>
        <source>damaged pages in the database</source>
        <translation>数据库有损坏的页</translation>
    </message>
    <message>
        <source>a page of the database cannot be read</source>
        <translation>数据库有一页读不出来</translation>
    </message>
    <message>
        <source>a journal of another hand lay beside the database; it was set aside</source>
        <translation>数据库旁有一份来路不明的日志文件，已移开</translation>
    </message>
    <message>
        <source>another hand changed the recovery sheet&apos;s part of the key file; it was put right</source>
        <translation>有人改了密钥文件里恢复单的那一份，已按副本改回</translation>
    </message>
    <message>
        <source>day sheet</source>
        <translation>日结单</translation>
    </message>
    <message>
        <source>evidence report</source>
        <translation>操作取证报告</translation>
    </message>
    <message>
        <source>incident form</source>
        <translation>个人信息安全事件报告表</translation>
    </message>
    <message>
        <source>table of totals</source>
        <translation>合计表</translation>
    </message>
    <message>
        <source>a scanned code does not fit the activity record</source>
        <translation>扫到的码与操作记录对不上</translation>
    </message>
    <message>
        <source>this waybill is not what the activity record says of it</source>
        <translation>这张运单与操作记录不符</translation>
    </message>
    <message>
        <source>another hand changed the key file: the recovery sheet opens nothing any more</source>
        <translation>有人改了密钥文件：恢复单已什么都打不开</translation>
    </message>
    <message>
        <source>another hand changed a carrier&apos;s settings; look at them and save them anew</source>
        <translation>有人绕过本程序改了快递公司的设置，请查看并重新保存</translation>
    </message>
    <message>
        <source>another hand changed a carrier&apos;s sort codes; load their table anew</source>
        <translation>有人绕过本程序改了三段码表，请重新导入</translation>
    </message>
    <message>
        <source>another hand changed an owner&apos;s list of canaries</source>
        <translation>有人改动了店主的诱饵件清单</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>PIN 错误</translation>
    </message>
    <message>
        <source>wrong invitation code</source>
        <translation>邀请码错误</translation>
    </message>
    <message>
        <source>wrong password or card</source>
        <translation>密码或店主卡错误</translation>
    </message>
    <message>
        <source>too many look-ups found nothing</source>
        <translation>查不到的次数太多</translation>
    </message>
    <message>
        <source>the day was over</source>
        <translation>当天已结束</translation>
    </message>
    <message>
        <source>it was never printed</source>
        <translation>从未打印</translation>
    </message>
    <message>
        <source>its seven days are over</source>
        <translation>七天期限已过</translation>
    </message>
    <message>
        <source>its paper was spoilt</source>
        <translation>面单纸已损坏</translation>
    </message>
    <message>
        <source>given back to the carrier</source>
        <translation>已退还快递公司</translation>
    </message>
    <message>
        <source>its paper is missing</source>
        <translation>面单纸已遗失</translation>
    </message>
    <message>
        <source>never given out</source>
        <translation>从未用出</translation>
    </message>
    <message>
        <source>used in the lost days</source>
        <translation>在丢失的几天里已用</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>诱饵件</translation>
    </message>
    <message>
        <source>revealed what its label hides</source>
        <translation>查看了面单上隐去的信息</translation>
    </message>
    <message>
        <source>opened it to put it right</source>
        <translation>打开了整份信息来修改</translation>
    </message>
    <message>
        <source>printed its label again</source>
        <translation>补打了面单</translation>
    </message>
    <message>
        <source>noted that it is no longer here</source>
        <translation>登记了它已不在店里</translation>
    </message>
    <message>
        <source>tried to reveal something of it</source>
        <translation>想查看它的信息，被拒绝</translation>
    </message>
    <message>
        <source>scanned its label</source>
        <translation>扫描了面单</translation>
    </message>
    <message>
        <source>looked its number up</source>
        <translation>按单号查找</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>电脑时间</translation>
    </message>
    <message>
        <source>Remote screen</source>
        <translation>远程屏幕</translation>
    </message>
    <message>
        <source>At a limit</source>
        <translation>到限额了</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>营业时间外</translation>
    </message>
    <message>
        <source>Many reveals at once</source>
        <translation>短时间大量查看</translation>
    </message>
    <message>
        <source>Reveals without follow-up</source>
        <translation>查看后无后续</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>按顺序逐个查</translation>
    </message>
    <message>
        <source>Look-ups that found nothing</source>
        <translation>查找落空多</translation>
    </message>
    <message>
        <source>Many look-ups</source>
        <translation>查找过多</translation>
    </message>
    <message>
        <source>Labels printed again</source>
        <translation>补打面单多</translation>
    </message>
    <message>
        <source>Half of a limit</source>
        <translation>过了限额一半</translation>
    </message>
    <message>
        <source>Long day</source>
        <translation>登录时间太长</translation>
    </message>
    <message>
        <source>Refused reveals</source>
        <translation>查看被拒</translation>
    </message>
    <message>
        <source>Failed sign-ins</source>
        <translation>登录失败多</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>没人检查</translation>
    </message>
    <message>
        <source>shown again</source>
        <translation>恢复显示</translation>
    </message>
    <message>
        <source>the opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>the minutes until an idle counter locks</source>
        <translation>无人操作自动锁屏的分钟数</translation>
    </message>
    <message>
        <source>the days that masked names and tails are kept</source>
        <translation>脱敏姓名和尾号保留天数</translation>
    </message>
    <message>
        <source>the months that personal details are kept</source>
        <translation>个人信息保存月数</translation>
    </message>
    <message>
        <source>the months that the activity record is kept</source>
        <translation>操作记录保存月数</translation>
    </message>
    <message>
        <source>Remote Desktop</source>
        <translation>远程桌面</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH 远程登录</translation>
    </message>
    <message>
        <source>VNC</source>
        <translation>VNC 远程屏幕</translation>
    </message>
    <message>
        <source>Remote Desktop (xrdp)</source>
        <translation>远程桌面（xrdp）</translation>
    </message>
    <message>
        <source>a far X11 screen</source>
        <translation>远端 X11 屏幕</translation>
    </message>
    <message>
        <source>by its code</source>
        <translation>扫二维码</translation>
    </message>
    <message>
        <source>by its bars</source>
        <translation>扫条码</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手输</translation>
    </message>
    <message>
        <source>the sender wants it back</source>
        <translation>寄件人要求取回</translation>
    </message>
    <message>
        <source>the carrier does not take it</source>
        <translation>快递公司不收</translation>
    </message>
    <message>
        <source>it was accepted by mistake</source>
        <translation>收错了</translation>
    </message>
    <message>
        <source>the goods are spoilt</source>
        <translation>物品损坏</translation>
    </message>
    <message>
        <source>it is not found in the shop</source>
        <translation>店内找不到</translation>
    </message>
    <message>
        <source>it was lost on its way</source>
        <translation>运输途中遗失</translation>
    </message>
    <message>
        <source>it was destroyed</source>
        <translation>已损毁</translation>
    </message>
    <message>
        <source>it was stolen</source>
        <translation>被盗</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>wants none</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>set back</source>
        <translation>被拨慢</translation>
    </message>
    <message>
        <source>set ahead</source>
        <translation>被拨快</translation>
    </message>
    <message>
        <source>earlier than the last act</source>
        <translation>早于上一条操作</translation>
    </message>
    <message>
        <source>long after the last act</source>
        <translation>比上一条操作晚很久</translation>
    </message>
    <message>
        <source>the date is still to be confirmed</source>
        <translation>：日期还没有确认</translation>
    </message>
    <message>
        <source>the owner&apos;s key does not open this waybill</source>
        <translation>店主的钥匙打不开这张运单</translation>
    </message>
    <message>
        <source>all as they were signed</source>
        <translation>都与签名一致</translation>
    </message>
    <message>
        <source>limit used up, or suspended</source>
        <translation>次数用完，或已停用</translation>
    </message>
    <message>
        <source>the limits of today</source>
        <translation>今天的限额</translation>
    </message>
    <message>
        <source>the suspension</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>the wait after failed sign-ins</source>
        <translation>登录失败后的等待</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>尾号</translation>
    </message>
    <message>
        <source>number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>shelf code</source>
        <translation>取件码</translation>
    </message>
    <message>
        <source>days on the shelf</source>
        <translation>滞留天数</translation>
    </message>
    <message>
        <source>what goes back to its carrier</source>
        <translation>待退回的到件</translation>
    </message>
    <message>
        <source>the recipient does not want it</source>
        <translation>收件人不要</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>包裹破损</translation>
    </message>
    <message>
        <source>what is due was not paid</source>
        <translation>应收款未付</translation>
    </message>
    <message>
        <source>nobody came for it</source>
        <translation>一直没人来取</translation>
    </message>
    <message>
        <source>it opens</source>
        <translation>可以查看</translation>
    </message>
    <message>
        <source>its parcel has left, or its term is over</source>
        <translation>包裹已离店或期限已过</translation>
    </message>
    <message>
        <source>there is a newer one</source>
        <translation>已有更新的面单</translation>
    </message>
    <message>
        <source>it is from the lost days</source>
        <translation>属于丢失的那几天</translation>
    </message>
    <message>
        <source>another outlet&apos;s</source>
        <translation>其他网点的</translation>
    </message>
    <message>
        <source>not genuine</source>
        <translation>不是真的面单</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>the signing key</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>the dismissal</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>the key that details are sealed to</source>
        <translation>密封信息所用的公钥</translation>
    </message>
    <message>
        <source>the printers that may print codes</source>
        <translation>可打印带码面单的打印机</translation>
    </message>
    <message>
        <source>the recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>the limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>that details are to be erased</source>
        <translation>要删除到期信息</translation>
    </message>
    <message>
        <source>the erasing of details</source>
        <translation>删除到期信息</translation>
    </message>
    <message>
        <source>another owner</source>
        <translation>另一位店主</translation>
    </message>
    <message>
        <source>a day of waiting</source>
        <translation>等待 24 小时</translation>
    </message>
    <message>
        <source>the details were erased at the end of their term</source>
        <translation>个人信息已到期删除</translation>
    </message>
    <message>
        <source>a carrier&apos;s key</source>
        <translation>快递公司的密钥</translation>
    </message>
    <message>
        <source>the restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>that the record did not fit</source>
        <translation>操作记录对不上的确认</translation>
    </message>
    <message>
        <source>its label was not in hand</source>
        <translation>没有扫手上的面单</translation>
    </message>
    <message>
        <source>the parcel had left</source>
        <translation>包裹已离店</translation>
    </message>
    <message>
        <source>the screen was shown on another computer</source>
        <translation>屏幕正显示在别的电脑上</translation>
    </message>
    <message>
        <source>the record did not fit together</source>
        <translation>操作记录对不上</translation>
    </message>
    <message>
        <source>the limit was used up</source>
        <translation>次数已用完</translation>
    </message>
    <message>
        <source>first character and tail</source>
        <translation>姓氏加尾号</translation>
    </message>
    <message>
        <source>to call</source>
        <translation>需要打电话</translation>
    </message>
    <message>
        <source>the address was unclear</source>
        <translation>地址不清楚</translation>
    </message>
    <message>
        <source>to send it back</source>
        <translation>需要退件</translation>
    </message>
    <message>
        <source>the person asked</source>
        <translation>本人询问</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>by its label</source>
        <translation>扫面单</translation>
    </message>
    <message>
        <source>without its label, by the owner&apos;s card</source>
        <translation>未扫面单，用店主卡</translation>
    </message>
    <message>
        <source>a moment after typing them</source>
        <translation>录入后不久</translation>
    </message>
    <message>
        <source>whole form</source>
        <translation>整单信息</translation>
    </message>
    <message>
        <source>sender&apos;s address</source>
        <translation>寄件人地址</translation>
    </message>
    <message>
        <source>recipient&apos;s address</source>
        <translation>收件人地址</translation>
    </message>
    <message>
        <source>with code</source>
        <translation>有码</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>Look-ups, reveals, corrections</source>
        <translation>查找、查看与更正</translation>
    </message>
    <message>
        <source>Settings and record</source>
        <translation>设置与记录</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Faults and warnings</source>
        <translation>故障与警告</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>无签名</translation>
    </message>
    <message>
        <source>Not as signed</source>
        <translation>与签名不符</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>不明人员</translation>
    </message>
    <message>
        <source>Made the backup {file}</source>
        <translation>做了备份 {file}</translation>
    </message>
    <message>
        <source>Was suspended: {why}</source>
        <translation>被停用查找和查看：{why}</translation>
    </message>
    <message>
        <source>Checked the backup {file}: {found}</source>
        <translation>检查了备份 {file}：{found}</translation>
    </message>
    <message>
        <source>Term over: emptied the masked names and tails of {waybills} waybills</source>
        <translation>到期：清空 {waybills} 个运单的脱敏姓名和尾号</translation>
    </message>
    <message>
        <source>Term over: emptied the tails of {parcels} arrived parcels</source>
        <translation>到期：清空 {parcels} 个到件的尾号</translation>
    </message>
    <message>
        <source>Emptied masked names and tails</source>
        <translation>清空脱敏姓名和尾号</translation>
    </message>
    <message>
        <source>Erased the details of {waybills} waybills</source>
        <translation>删除 {waybills} 个运单的个人信息</translation>
    </message>
    <message>
        <source>The screen was shown on another computer: {way}</source>
        <translation>屏幕显示到另一台电脑：{way}</translation>
    </message>
    <message>
        <source>The screen was shown on another computer</source>
        <translation>屏幕显示到另一台电脑</translation>
    </message>
    <message>
        <source>it is whole</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>it is not good</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>the owner&apos;s key opens it</source>
        <translation>店主密钥能打开</translation>
    </message>
    <message>
        <source>the owner&apos;s key does not open it</source>
        <translation>店主密钥打不开</translation>
    </message>
</context>
<context>
    <name>ArrivalSlip</name>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Last four digits</source>
        <translation>手机尾号四位</translation>
    </message>
    <message>
        <source>Putting {code} right: Enter keeps it, Esc leaves it</source>
        <translation>更正 {code}：回车保存，Esc 放弃</translation>
    </message>
    <message>
        <source>Scan a parcel</source>
        <translation>扫描包裹</translation>
    </message>
    <message>
        <source>Cash on delivery   {key}</source>
        <translation>代收货款   {key}</translation>
    </message>
    <message>
        <source>Freight to collect   {key}</source>
        <translation>到付运费   {key}</translation>
    </message>
    <message>
        <source>Cash on delivery, yuan</source>
        <translation>代收货款，元</translation>
    </message>
    <message>
        <source>Freight to collect, yuan</source>
        <translation>到付运费，元</translation>
    </message>
</context>
<context>
    <name>ArrivalsView</name>
    <message>
        <source>No waybill number</source>
        <translation>不是运单号</translation>
    </message>
    <message>
        <source>Scan the carrier&apos;s bar code on the parcel.</source>
        <translation>请扫包裹上快递公司的条码。</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>没有录入</translation>
    </message>
    <message>
        <source>First keep what is being put right (Enter) or leave it (Esc).</source>
        <translation>先保存正在更正的到件（回车），或放弃（Esc）。</translation>
    </message>
    <message>
        <source>Shelf labels print on</source>
        <translation>取件码标签打印到</translation>
    </message>
    <message>
        <source>Enter shelves it for its sender, tail {tail}; for somebody else type his digits.</source>
        <translation>回车：按寄件人尾号 {tail} 上架；别人取的，输入他的尾号。</translation>
    </message>
    <message>
        <source>Our own parcel is back</source>
        <translation>本店寄出的件退回来了</translation>
    </message>
    <message>
        <source>{carrier} {number} stands here already, since {time}.</source>
        <translation>{carrier} {number} 已在这里，{time} 到件。</translation>
    </message>
    <message>
        <source>{carrier} {number} · tail {tail}. Its label prints.</source>
        <translation>{carrier} {number} · 尾号 {tail}，标签正在打印。</translation>
    </message>
    <message>
        <source>{carrier} {number} · tail {tail}. No printer: write the code onto the parcel.</source>
        <translation>{carrier} {number} · 尾号 {tail}。没有打印机：请把取件码写在包裹上。</translation>
    </message>
    <message>
        <source>Not shelved</source>
        <translation>没有上架</translation>
    </message>
    <message>
        <source>Put right. Its new label prints: stick it over the old one.</source>
        <translation>已更正。新标签正在打印，请贴在旧标签上。</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>没有更正</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>没有打开</translation>
    </message>
    <message>
        <source>First finish the parcel in your hand, or drop it (Esc).</source>
        <translation>先做完手里这一件，或放弃（Esc）。</translation>
    </message>
    <message>
        <source>It stood at {code}. Put it there and stick its new label on.</source>
        <translation>原来在 {code}。请移过去，贴上新标签。</translation>
    </message>
    <message>
        <source>{number} stands on no shelf any more. Take its label off.</source>
        <translation>{number} 已不在货架上，请撕掉它的标签。</translation>
    </message>
    <message>
        <source>{code} taken back</source>
        <translation>{code} 已撤销</translation>
    </message>
    <message>
        <source>Not a number as this carrier makes them. Compare it with the label; four digits shelve it.</source>
        <translation>不像这家公司的单号，请对照面单核对；输入尾号四位照常上架。</translation>
    </message>
    <message>
        <source>Odd number</source>
        <translation>单号存疑</translation>
    </message>
    <message>
        <source>Type the last four digits: the fourth one shelves it. Fewer on the label: Enter.</source>
        <translation>输入尾号四位，第四位输完即上架；面单上不足四位时按回车。</translation>
    </message>
    <message>
        <source>Scan a parcel. Four digits shelve it, and its label prints.</source>
        <translation>扫描包裹，输入尾号四位即上架，标签自动打印。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
</context>
<context>
    <name>ArrivedCard</name>
    <message>
        <source>Other shelf   {key}</source>
        <translation>换货架   {key}</translation>
    </message>
    <message>
        <source>Print label again   {key}</source>
        <translation>补打标签   {key}</translation>
    </message>
    <message>
        <source>Refused, forwarded…   {key}</source>
        <translation>拒收、转寄…   {key}</translation>
    </message>
    <message>
        <source>{code} goes back: it waits for its carrier&apos;s list.</source>
        <translation>{code} 拒收：等该快递的交接单退回。</translation>
    </message>
    <message>
        <source>{number} is given up as lost.</source>
        <translation>{number} 已记为丢失。</translation>
    </message>
    <message>
        <source>{number} is sent on.</source>
        <translation>{number} 已转寄。</translation>
    </message>
    <message>
        <source>{number} stands at {code} now. Stick its new label on.</source>
        <translation>{number} 现在在 {code}，请贴上新标签。</translation>
    </message>
</context>
<context>
    <name>ArrivedList</name>
    <message>
        <source>What you shelve stands here: scan a parcel and type the last four digits on its label.</source>
        <translation>上架的包裹列在这里：扫描包裹，再输入面单上的尾号四位。</translation>
    </message>
    <message>
        <source>Nothing waits here any more.</source>
        <translation>这里没有待处理的包裹了。</translation>
    </message>
    <message>
        <source>Last arrivals   Esc</source>
        <translation>最近到件   Esc</translation>
    </message>
    <message>
        <source>Before   Ctrl+PgUp</source>
        <translation>上一页   Ctrl+PgUp</translation>
    </message>
    <message>
        <source>Next 20   Ctrl+PgDn</source>
        <translation>下一页   Ctrl+PgDn</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Other shelf</source>
        <translation>换货架</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打标签</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Last arrivals</source>
        <translation>最近到件</translation>
    </message>
    <message>
        <source>Refused: they go back with their carrier&apos;s list</source>
        <translation>拒收件：随该快递的交接单退回</translation>
    </message>
    <message>
        <source>Not collected for {days} days or longer</source>
        <translation>{days} 天及以上未取</translation>
    </message>
    <message>
        <source>Not collected since yesterday or longer</source>
        <translation>昨天及更早到、未取</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far the backup is</source>
        <translation>备份进度</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s), {free} free</source>
        <translation>
            <numerusform>%n 个备份，剩余 {free}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupFilePage</name>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Choose the newest backup that you have. What was done after it is lost; parcels of those days are entered again. The outlet that is on this PC now is set aside, not deleted.</source>
        <translation>请选最新的备份。备份之后做的都没有了，那几天的包裹要重新录入。这台电脑上现有的网点数据会移到一边，不会删除。</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>选择备份…</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>换一个备份…</translation>
    </message>
    <message>
        <source>Open it with the recovery sheet</source>
        <translation>用恢复单打开</translation>
    </message>
    <message>
        <source>Open it with password and owner card</source>
        <translation>用密码和店主卡打开</translation>
    </message>
    <message>
        <source>Backups of an outlet</source>
        <translation>网点备份</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>选哪个备份？</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>正在读取备份…</translation>
    </message>
    <message>
        <source>{outlet}, backup of {at}, {acts} acts.
{file}</source>
        <translation>{outlet}，备份于 {at}，共 {acts} 条操作。
{file}</translation>
    </message>
</context>
<context>
    <name>BackupNews</name>
    <message>
        <source>Copying the database…</source>
        <translation>正在复制数据库…</translation>
    </message>
    <message>
        <source>Checking the copy…</source>
        <translation>正在检查副本…</translation>
    </message>
    <message>
        <source>Writing to the folder and reading back…</source>
        <translation>正在写入文件夹并回读核对…</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Backup: {percent} %</source>
        <translation>备份 {percent}%</translation>
    </message>
    <message>
        <source>If this PC breaks, everything is lost. The owner chooses a stick or a second disk.</source>
        <translation>电脑一坏，数据全没了。请店主选一个 U 盘或另一块硬盘来备份。</translation>
    </message>
    <message>
        <source>No backup set up</source>
        <translation>未设置备份</translation>
    </message>
    <message>
        <source>{folder} is not there. Plug the stick in, or choose another folder.</source>
        <translation>找不到 {folder}。请插上 U 盘，或另选文件夹。</translation>
    </message>
    <message>
        <source>Backup folder missing</source>
        <translation>备份盘不在</translation>
    </message>
    <message>
        <source>{folder} is full. Take other files off it, or choose another folder.</source>
        <translation>{folder} 已满。请清理其他文件，或另选文件夹。</translation>
    </message>
    <message>
        <source>Backup folder full</source>
        <translation>备份盘已满</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>The first one is made by itself, some minutes after somebody comes to the counter.</source>
        <translation>有人登录几分钟后会自动做第一次备份。</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Recovery sheet opens nothing</source>
        <translation>恢复单已失效</translation>
    </message>
    <message>
        <source>Another hand changed the key file: the recovery sheet opens no backup that is made now. The owner makes new keys at once: Outlet, Keys.</source>
        <translation>有人改了密钥文件：现在做的备份，恢复单都打不开。请店主马上到“网点 → 钥匙”换新钥匙。</translation>
    </message>
    <message>
        <source>The last backup, {name}, is no longer in the folder. Make a new one.</source>
        <translation>最近的备份 {name} 已不在文件夹里，请重新备份。</translation>
    </message>
    <message>
        <source>Backup gone</source>
        <translation>备份不见了</translation>
    </message>
    <message>
        <source>The last backup, {name}, is not as it was written. Make a new one on another disk.</source>
        <translation>最近的备份 {name} 与写入时不同，请换一个盘重新备份。</translation>
    </message>
    <message>
        <source>Backup damaged</source>
        <translation>备份已损坏</translation>
    </message>
    <message>
        <source>The owner&apos;s key does not open the last backup. Make a new one now.</source>
        <translation>店主的密钥打不开最近的备份，请马上重新备份。</translation>
    </message>
    <message>
        <source>Backup does not open</source>
        <translation>备份打不开</translation>
    </message>
    <message>
        <source>Last good backup: {at}, in {folder}.</source>
        <translation>最近的完好备份：{at}，在 {folder}。</translation>
    </message>
    <message>
        <source>Backup {at} ✓</source>
        <translation>备份 {at} ✓</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>目前没有任何备份。</translation>
    </message>
    <message>
        <source>The last good backup is of {at}.</source>
        <translation>最近的完好备份是 {at} 的。</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Once a day and at closing the whole outlet is written to a folder outside this PC: a stick, a second disk or a share. Only your card with your password, or the recovery sheet, opens it. Kept are the last 7 days, 4 weeks and 12 months.</source>
        <translation>每天一次、打烊时再一次，把整个网点写到本机以外的文件夹：U 盘、另一块硬盘或共享文件夹。只有您的密码加店主卡，或恢复单，才能打开。保留最近 7 天、4 周和 12 个月的备份。</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>This folder lies on the disk of the outlet itself.</source>
        <translation>这个文件夹和网点数据在同一块硬盘上。</translation>
    </message>
    <message>
        <source>Take it all the same</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>另选一个</translation>
    </message>
    <message>
        <source>If the disk breaks, outlet and backups are gone together. A stick or a second disk is better.</source>
        <translation>硬盘一坏，数据和备份一起丢。最好用 U 盘或另一块硬盘。</translation>
    </message>
    <message>
        <source>Backups go to this folder from now on.</source>
        <translation>以后备份都写到这个文件夹。</translation>
    </message>
    <message>
        <source>Backups (*.oab)</source>
        <translation>备份 (*.oab)</translation>
    </message>
    <message>
        <source>Backup to drill</source>
        <translation>选择要演练的备份</translation>
    </message>
</context>
<context>
    <name>CanariesPage</name>
    <message>
        <source>Canaries</source>
        <translation>诱饵件</translation>
    </message>
    <message>
        <source>A canary is a parcel of nobody on your shelf. Whoever looks its number up, scans or opens it had no reason to, and stands first in your review. You alone can read this list; nobody can see from outside what is on it, or whether anything is.</source>
        <translation>诱饵件是您放在货架上的假件，没有真的寄件人和收件人。谁按单号查它、扫它、打开它，都没有正当理由，会排在操作检查的最前面。清单只有您能读；别人看不出里面有什么，也看不出有没有。</translation>
    </message>
    <message>
        <source>Begin an empty list</source>
        <translation>另起空清单</translation>
    </message>
    <message>
        <source>Your list does not open: since you marked it your password was reset, or the outlet was restored with the recovery sheet. The marks are lost, the parcels stand where you put them. Begin an empty list and mark them again.</source>
        <translation>清单打不开：标记之后，您的密码被重置过，或网点用恢复单恢复过。标记已丢失，包裹还在您放的地方。请另起空清单，重新标记。</translation>
    </message>
    <message>
        <source>Your list is not as you left it: another hand changed it, or its page was damaged. Begin an empty list and mark them again.</source>
        <translation>清单和您上次留下的不一样：有人改动过，或数据页损坏。请另起空清单，重新标记。</translation>
    </message>
    <message>
        <source>Marked. Looks at it show in your review from now on.</source>
        <translation>已标记。从现在起，谁动它都会出现在操作检查里。</translation>
    </message>
    <message>
        <source>Taken off the list.</source>
        <translation>已移出清单。</translation>
    </message>
    <message>
        <source>An empty list is in its place.</source>
        <translation>已换成空清单。</translation>
    </message>
</context>
<context>
    <name>CanaryForm</name>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Note, for you alone</source>
        <translation>备注（只有您能看到）</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark it some days after accepting, or several in one go: whoever reads the record with tools of his own sees when your list changed, though not what is on it.</source>
        <translation>请收件几天后再标记，或一次标记几件：有人若用自己的工具翻看操作记录，能看出清单何时变动，但看不到里面是什么。</translation>
    </message>
</context>
<context>
    <name>CanaryRow</name>
    <message>
        <source>No waybill</source>
        <translation>运单已不在</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Take {number} off the list</source>
        <translation>把 {number} 移出清单</translation>
    </message>
    <message>
        <source>What it told goes from the review as well, so tick that off first. The record keeps everything.</source>
        <translation>移出后，它在操作检查里的提示也一起消失，请先处理完再移出。操作记录会全部保留。</translation>
    </message>
    <message>
        <source>Stands here; its label opens until {time}</source>
        <translation>在店里；面单可扫开到 {time}</translation>
    </message>
    <message>
        <source>Its label opens nothing any more, so only looks tell. Put a new one out.</source>
        <translation>面单已扫不开，只有查找、扫描还会提示。请换一件新的。</translation>
    </message>
    <message>
        <source>It left the shop on {time}. Put a new one out.</source>
        <translation>已于 {time} 离店。请换一件新的。</translation>
    </message>
    <message>
        <source>Its waybill is no longer in the database. Put a new one out.</source>
        <translation>它的运单已不在数据库里。请换一件新的。</translation>
    </message>
</context>
<context>
    <name>CanaryRows</name>
    <message>
        <source>Your canaries</source>
        <translation>您的诱饵件</translation>
    </message>
    <message>
        <source>None yet. Accept a parcel with made-up people and a phone number of your own (F2), put it on the shelf, and type its number above or scan its label here.</source>
        <translation>还没有。请先收一件假件（F2）：人名地址都是编的，电话用您自己的号码；放上货架，再在上面输入单号，或在本页扫描它的面单。</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>I have it on paper</source>
        <translation>已经抄在纸上</translation>
    </message>
    <message>
        <source>Your owner card</source>
        <translation>您的店主卡</translation>
    </message>
    <message>
        <source>Card and password together open what the password alone does not. Copy these characters onto a card, or print it, and carry it with you. Never photograph it; it is never saved as a file.</source>
        <translation>有些事光凭密码打不开，要密码加店主卡。请把下面的字符抄到卡片上，或直接打印，随身带好。切勿拍照；程序也从不把它存成文件。</translation>
    </message>
    <message>
        <source>Text of the owner card</source>
        <translation>店主卡上的字符</translation>
    </message>
    <message>
        <source>Write it without gaps, in one line or four. The letters I, L, O and U do not occur after the first point: a round character is a zero.</source>
        <translation>连着写，不留空格，一行或四行都行。第一个点之后没有字母 I、L、O、U，圆的都是数字零。</translation>
    </message>
    <message>
        <source>Printing the card…</source>
        <translation>正在打印店主卡…</translation>
    </message>
    <message>
        <source>Printed. Look whether everything on it can be read.</source>
        <translation>已打印。请看看每个字是否都清楚。</translation>
    </message>
</context>
<context>
    <name>CardProofPage</name>
    <message>
        <source>Show your card</source>
        <translation>请出示店主卡</translation>
    </message>
    <message>
        <source>Scan it, or type it from your paper: gaps and small letters do not matter. Back shows it again.</source>
        <translation>扫一下卡，或照着纸上输入；空格和大小写都没关系。点“上一步”可以再看一次。</translation>
    </message>
    <message>
        <source>Text of the owner card</source>
        <translation>店主卡上的字符</translation>
    </message>
    <message>
        <source>Begins with OK1.</source>
        <translation>以 OK1. 开头</translation>
    </message>
    <message>
        <source>This is not what the card says. Compare it character by character.</source>
        <translation>与店主卡不一致。请逐个字符核对。</translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Each week, when the program closes, every page of the database is looked at. So a failing disk is found before it costs anything.</source>
        <translation>每周关闭程序时，逐页检查一遍数据库。硬盘要坏，早发现就不会丢东西。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>现在检查</translation>
    </message>
    <message>
        <source>Checking every page. Nobody can work meanwhile.</source>
        <translation>正在逐页检查，期间不能办业务。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Every page is sound.</source>
        <translation>每一页都完好。</translation>
    </message>
    <message>
        <source>Stopped; the check is still due.</source>
        <translation>已停止；检查还没做完，下次再做。</translation>
    </message>
    <message>
        <source>The database was not checked whole yet.</source>
        <translation>数据库还没有完整检查过。</translation>
    </message>
    <message>
        <source>Damage was found on {at}: {count} place(s).</source>
        <translation>{at} 发现损坏：{count} 处。</translation>
    </message>
    <message>
        <source>Look at the disk of this PC, or move to another. Then close the program, start it, choose “Can&apos;t sign in?” and there the damaged database: it is saved as far as it can be read, and the loss is named.</source>
        <translation>请检查这台电脑的硬盘，或者换一台电脑。然后关闭程序再打开，点“登录不了？”，选数据库损坏：能读的都会救出来，丢了什么会写清楚。</translation>
    </message>
    <message>
        <source>Checked on {at}: every page is sound.</source>
        <translation>{at} 检查过：每一页都完好。</translation>
    </message>
    <message>
        <source>The next check is due at closing.</source>
        <translation>下次关闭程序时再检查。</translation>
    </message>
</context>
<context>
    <name>CarrierCard</name>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>还剩 %n 个单号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left: ask the carrier for more now</source>
        <translation>
            <numerusform>只剩 %n 个单号，请尽快向快递公司申请</numerusform>
        </translation>
    </message>
    <message>
        <source>{used} used, {voided} set aside, {free} left</source>
        <translation>已用 {used}，作废 {voided}，剩余 {free}</translation>
    </message>
    <message numerus="yes">
        <source>%n given back</source>
        <translation>
            <numerusform>退回 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <translation>
            <numerusform>存疑 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>CarrierForm</name>
    <message>
        <source>Tick at least one service.</source>
        <translation>请至少勾选一种产品。</translation>
    </message>
    <message>
        <source>A new carrier</source>
        <translation>新增快递公司</translation>
    </message>
    <message>
        <source>Chinese name, as labels say it</source>
        <translation>中文名（印在面单上）</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名</translation>
    </message>
    <message>
        <source>Shapes of its numbers, apart by spaces; they only warn</source>
        <translation>单号格式，用空格隔开；只提醒，不拦截</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>试一个单号</translation>
    </message>
    <message>
        <source>Add its shape</source>
        <translation>加入它的格式</translation>
    </message>
    <message>
        <source>Offered at the counter</source>
        <translation>收寄时可选</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>恢复出厂设置</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Its own labels come on {stock} mm.</source>
        <translation>该公司面单常用 {stock} 毫米纸。</translation>
    </message>
    <message>
        <source>International numbers are checked by their check digit.</source>
        <translation>国际单号会核对校验位。</translation>
    </message>
    <message>
        <source>Its hubs sort by codes of three parts.</source>
        <translation>分拨中心按三段码分拣。</translation>
    </message>
    <message>
        <source>✓ It has one of the shapes.</source>
        <translation>✓ 符合其中一种格式。</translation>
    </message>
    <message>
        <source>It has none of the shapes: accepting would warn.</source>
        <translation>不符合任何格式：收寄时会提醒。</translation>
    </message>
</context>
<context>
    <name>CarrierKeyForm</name>
    <message>
        <source>Name a carrier&apos;s key</source>
        <translation>登记快递公司密钥</translation>
    </message>
    <message>
        <source>Paste, scan or type the key. Then type the fingerprint as the carrier tells it to you by telephone, on a number that you know: never copy it from the message that brought the key.</source>
        <translation>粘贴、扫描或输入公钥。再打您熟悉的号码给快递公司，听对方报指纹，照着输入：千万别从发公钥来的那条消息里抄。</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Key, 15 groups behind HK1</source>
        <translation>公钥（HK1 后面 15 组）</translation>
    </message>
    <message>
        <source>Fingerprint, 4 groups, from the telephone</source>
        <translation>指纹（4 组，电话里报的）</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CarrierKeyRow</name>
    <message>
        <source>Another key…</source>
        <translation>换密钥…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Another key for {carrier}</source>
        <translation>给{carrier}换密钥</translation>
    </message>
    <message>
        <source>Withdraw the key of {carrier}</source>
        <translation>作废{carrier}的密钥</translation>
    </message>
    <message>
        <source>Withdrawn on {time}: nothing is sealed to it</source>
        <translation>{time} 已作废，不再用它密封</translation>
    </message>
    <message>
        <source>In force since {time}: {fingerprint}</source>
        <translation>{time} 起生效：{fingerprint}</translation>
    </message>
    <message>
        <source>Waits until {time}: {fingerprint}</source>
        <translation>{time} 才生效：{fingerprint}</translation>
    </message>
</context>
<context>
    <name>CarrierKeyRows</name>
    <message>
        <source>Carriers with a key</source>
        <translation>有密钥的快递公司</translation>
    </message>
    <message>
        <source>No carrier has a key yet, and nothing is sealed to any. A carrier that takes part makes a key on its own computer with this program (outlet-app make-handover-key; the manual&apos;s page for carriers says how), sends you the text that begins with HK1, and tells you its fingerprint by telephone.</source>
        <translation>还没有快递公司的密钥，什么也没有封给谁。参加的快递公司在自己的电脑上用本程序生成密钥（outlet-app make-handover-key，做法见手册“给快递公司”一页），把 HK1 开头的公钥发给您，再打电话报指纹。</translation>
    </message>
    <message>
        <source>Name a key…</source>
        <translation>登记密钥…</translation>
    </message>
</context>
<context>
    <name>CarrierKeys</name>
    <message>
        <source>Whose parcel is it? Press the digit, then type the tail.</source>
        <translation>哪家快递的？先按数字选，再输入尾号。</translation>
    </message>
</context>
<context>
    <name>CarrierKeysPage</name>
    <message>
        <source>Carrier keys</source>
        <translation>快递公司密钥</translation>
    </message>
    <message>
        <source>A carrier that takes part opens the details of the parcels you hand over to it, with a key of its own. A new key is used after 24 hours; it stands in the record and on the day sheet. Without a key nothing changes: the carrier&apos;s own terminal remains beside this program.</source>
        <translation>参加的快递公司用自己的密钥，打开您交给它的包裹的信息。新密钥 24 小时后启用，记入操作记录和日结单。没有密钥，一切照旧：快递公司自己的巴枪、系统照常用。</translation>
    </message>
    <message>
        <source>Withdraw the key of {carrier}</source>
        <translation>作废{carrier}的密钥</translation>
    </message>
    <message>
        <source>From now on nothing is sealed to it, and no file holds what was. Files that were handed over stay readable to whoever has the carrier&apos;s secret key.</source>
        <translation>从现在起不再用它密封，已封的也不再写进文件。已经交出去的文件，谁有快递公司的私钥谁还能打开。</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Name the key of {carrier}</source>
        <translation>登记{carrier}的密钥</translation>
    </message>
    <message>
        <source>Fingerprint: {fingerprint}
From 24 hours from now on, {carrier} can open the details of every parcel that you accept for it and hand over to it. Everybody sees it in the record.</source>
        <translation>指纹：{fingerprint}
24 小时以后收寄并交给{carrier}的包裹，对方都能打开信息。操作记录里人人看得到这件事。</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The key is withdrawn</source>
        <translation>密钥已作废</translation>
    </message>
    <message>
        <source>The key is used after 24 hours</source>
        <translation>密钥 24 小时后启用</translation>
    </message>
    <message>
        <source>Folder for sealed hand-overs</source>
        <translation>密封交接文件夹</translation>
    </message>
    <message>
        <source>Sealed hand-overs go to this folder from now on.</source>
        <translation>以后密封交接文件写到这个文件夹。</translation>
    </message>
</context>
<context>
    <name>CarrierList</name>
    <message>
        <source>Carriers in the order they are offered</source>
        <translation>快递公司（按显示顺序）</translation>
    </message>
    <message>
        <source>Offer earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Offer later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Add a carrier</source>
        <translation>新增快递公司</translation>
    </message>
</context>
<context>
    <name>CarrierTabs</name>
    <message>
        <source>{carrier}: no open list, {waiting} to hand over</source>
        <translation>{carrier}：没有未交接的交接单，店内待交 {waiting} 件</translation>
    </message>
    <message>
        <source>{carrier}: {listed} on the open list, {waiting} not on it yet</source>
        <translation>{carrier}：交接单上 {listed} 件，还有 {waiting} 件未上单</translation>
    </message>
</context>
<context>
    <name>CarriersPage</name>
    <message>
        <source>Carriers</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>The carriers you work with, in the order in which they are offered: a new form begins with the first. Shapes only warn of a mistyped number, they never stop anybody. Everything here is recorded.</source>
        <translation>合作的快递公司，按显示顺序排列，新运单默认用第一家。单号格式只提醒输错，不会拦截。这里的改动都会记录。</translation>
    </message>
    <message>
        <source>{carrier} is saved</source>
        <translation>{carrier}已保存</translation>
    </message>
    <message>
        <source>{carrier} is as it was shipped</source>
        <translation>{carrier}已恢复出厂设置</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Table of sort codes</source>
        <translation>三段码表</translation>
    </message>
    <message>
        <source>The sort codes of {carrier} are loaded</source>
        <translation>{carrier}的三段码已导入</translation>
    </message>
    <message>
        <source>{carrier} goes by city and district again</source>
        <translation>{carrier}改回按城市和区县</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>What became of {number}</source>
        <translation>{number} 的异常登记</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>¥{amount} given back to the sender</source>
        <translation>退还寄件人 ¥{amount}</translation>
    </message>
    <message>
        <source>Leave it as it was   Esc</source>
        <translation>不改了   Esc</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>不改了</translation>
    </message>
    <message>
        <source>Nothing of this can be noted for a waybill that has come to its end.</source>
        <translation>这张运单已经了结，没有可登记的。</translation>
    </message>
</context>
<context>
    <name>CaseWording</name>
    <message>
        <source>Cancelled: the sender takes it back</source>
        <translation>取消：寄件人拿回</translation>
    </message>
    <message>
        <source>Goes back to its sender, the fee stays</source>
        <translation>退回寄件人，运费不退</translation>
    </message>
    <message>
        <source>Given to another outlet or carrier by hand</source>
        <translation>转给别的网点或快递公司</translation>
    </message>
    <message>
        <source>Refused by its recipient, on its way back</source>
        <translation>收件人拒收，正在退回</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Cancel the waybill</source>
        <translation>取消运单</translation>
    </message>
    <message>
        <source>Send it back</source>
        <translation>退回寄件人</translation>
    </message>
    <message>
        <source>Note as forwarded</source>
        <translation>登记转寄</translation>
    </message>
    <message>
        <source>Note as refused</source>
        <translation>登记拒收</translation>
    </message>
    <message>
        <source>Write it off as lost</source>
        <translation>登记丢失</translation>
    </message>
    <message>
        <source>The waybill ends, its label opens nothing any more. Give parcel and money back first.</source>
        <translation>运单作废，面单再也打不开信息。请先把包裹和钱退给寄件人。</translation>
    </message>
    <message>
        <source>The waybill ends as returned, its label opens nothing any more. Nothing is given back.</source>
        <translation>运单按退回了结，面单再也打不开信息，运费不退。</translation>
    </message>
    <message>
        <source>The waybill ends without a hand-over list, its label opens nothing any more.</source>
        <translation>不经交接单离店，面单再也打不开信息。</translation>
    </message>
    <message>
        <source>A note to its life. When the parcel is here again, register it under Arrivals.</source>
        <translation>只记一笔。包裹退回店里时，请在“到件”里登记。</translation>
    </message>
    <message>
        <source>The waybill ends as lost; this cannot be taken back. Tell the sender and the carrier.</source>
        <translation>按丢失了结，不能撤销。请通知寄件人和快递公司。</translation>
    </message>
    <message>
        <source>the sender asked for it</source>
        <translation>寄件人要求</translation>
    </message>
    <message>
        <source>the carrier does not take it</source>
        <translation>快递公司不收</translation>
    </message>
    <message>
        <source>entered by mistake</source>
        <translation>录错了</translation>
    </message>
    <message>
        <source>contents or packing are spoilt</source>
        <translation>内件或包装损坏</translation>
    </message>
    <message>
        <source>not to be found in the shop</source>
        <translation>店里找不到</translation>
    </message>
    <message>
        <source>lost on the way</source>
        <translation>运输途中丢失</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>损毁</translation>
    </message>
    <message>
        <source>stolen</source>
        <translation>被盗</translation>
    </message>
    <message>
        <source>{number} is cancelled</source>
        <translation>{number} 已取消</translation>
    </message>
    <message>
        <source>{number} goes back to its sender</source>
        <translation>{number} 退回寄件人</translation>
    </message>
    <message>
        <source>{number} is noted as forwarded</source>
        <translation>{number} 已登记转寄</translation>
    </message>
    <message>
        <source>{number} is noted as refused</source>
        <translation>{number} 已登记拒收</translation>
    </message>
    <message>
        <source>{number} is written off as lost</source>
        <translation>{number} 已登记丢失</translation>
    </message>
    <message>
        <source>{number} is cancelled: give ¥{amount} back</source>
        <translation>{number} 已取消：退还 ¥{amount}</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>What happened?</source>
        <translation>遇到什么情况？</translation>
    </message>
    <message>
        <source>The owner forgot his password</source>
        <translation>店主忘了密码</translation>
    </message>
    <message>
        <source>The recovery sheet gives a new password and a new card.</source>
        <translation>用恢复单设新密码，领新店主卡。</translation>
    </message>
    <message>
        <source>The owner card is lost</source>
        <translation>店主卡丢了</translation>
    </message>
    <message>
        <source>Password and recovery sheet give a new card; the lost one opens nothing any more.</source>
        <translation>用密码和恢复单换一张新卡，丢的那张从此作废。</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>数据库损坏了</translation>
    </message>
    <message>
        <source>With the owner&apos;s password and card, everything that can still be read is saved.</source>
        <translation>用店主的密码和店主卡，把还能读的都救出来。</translation>
    </message>
    <message>
        <source>This PC is new, or its data is lost or damaged</source>
        <translation>换了新电脑，或数据丢失、损坏</translation>
    </message>
    <message>
        <source>The newest backup brings the outlet back, with the recovery sheet.</source>
        <translation>用最新的备份和恢复单，把网点恢复回来。</translation>
    </message>
    <message>
        <source>A clerk forgot the password or PIN: the owner makes a new code under Staff.
The sheet is lost or somebody saw it: sign in as owner and renew the keys under Outlet.
Card and sheet are both lost: nobody can open the customers&apos; details any more, nor restore a backup.</source>
        <translation>店员忘了密码或 PIN：由店主在“员工”里给一个新代码。
恢复单丢了或被人看过：店主登录后，在“网点”里更换密钥。
店主卡和恢复单都丢了：客户信息再也打不开，备份也无法恢复。</translation>
    </message>
</context>
<context>
    <name>ClosedLists</name>
    <message>
        <source>Closed today</source>
        <translation>今日已交接</translation>
    </message>
    <message>
        <source>A list that you close stands here, to be printed again.</source>
        <translation>交接完成的单子列在这里，可以重打。</translation>
    </message>
</context>
<context>
    <name>ClosedRow</name>
    <message>
        <source>No. {number}  {carrier}  {count}</source>
        <translation>第 {number} 号  {carrier}  {count} 件</translation>
    </message>
    <message>
        <source>Print list {number} of {carrier} again</source>
        <translation>重打{carrier}第 {number} 号交接单</translation>
    </message>
</context>
<context>
    <name>ClosingBackup</name>
    <message>
        <source>Backup before closing</source>
        <translation>关店前备份</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close without backup</source>
        <translation>不备份，直接关闭</translation>
    </message>
    <message>
        <source>How far the backup is</source>
        <translation>备份进度</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>Go on scanning   Esc</source>
        <translation>继续扫   Esc</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>正在交接…</translation>
    </message>
    <message>
        <source>Nothing to close</source>
        <translation>还没有包裹</translation>
    </message>
    <message>
        <source>Close without them: {count} for {carrier}   Ctrl+Enter</source>
        <translation>不等它们，交接：{carrier} {count} 件   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close: {count} for {carrier}   Ctrl+Enter</source>
        <translation>交接完成：{carrier} {count} 件   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Here, but not on the list: {waiting} for {carrier}.</source>
        <translation>{carrier}还有 {waiting} 件在店里没有上单。</translation>
    </message>
    <message>
        <source>The list of {carrier} opens with its first parcel.</source>
        <translation>扫第一件，{carrier}的交接单就开始。</translation>
    </message>
    <message>
        <source>Their labels open nothing any more; a closed list cannot be opened again.</source>
        <translation>交接后这些面单再也打不开信息，交接单不能重开。</translation>
    </message>
    <message>
        <source>The list is printed.</source>
        <translation>同时打印交接单。</translation>
    </message>
    <message>
        <source>No printer is chosen under Accept.</source>
        <translation>“收寄”里没有选打印机。</translation>
    </message>
</context>
<context>
    <name>ClosingCheckPage</name>
    <message>
        <source>Damage was found</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>The weekly check</source>
        <translation>每周检查</translation>
    </message>
    <message>
        <source>{count} place(s) of the database cannot be read. Everything else is safe. At the next start choose “Can&apos;t sign in?” and there the damaged database; look at this PC&apos;s disk before that.</source>
        <translation>数据库有 {count} 处读不出来，其余都安全。下次打开程序时点“登录不了？”，选数据库损坏；之前请先检查这台电脑的硬盘。</translation>
    </message>
    <message>
        <source>Everybody is signed out. Every page of the database is looked at once a week.</source>
        <translation>大家都已退出登录。数据库每周逐页检查一次。</translation>
    </message>
    <message>
        <source>Checking every page…</source>
        <translation>正在逐页检查…</translation>
    </message>
    <message>
        <source>Close without the check</source>
        <translation>不检查，直接关闭</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>One moment: it is being given out. What you type and scan waits its turn.</source>
        <translation>请稍候，正在登记取走；先输入、先扫描的会按顺序处理。</translation>
    </message>
    <message>
        <source>{carrier} {number} is given out. Ctrl+Z takes it back.</source>
        <translation>{carrier} {number} 已取走。Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The parcel belongs on its shelf again.</source>
        <translation>包裹放回原来的货架。</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>没有完成</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Your present card is still missing. Scan it.</source>
        <translation>还差现在用的店主卡，请扫一下。</translation>
    </message>
    <message>
        <source>Put the new keys in force</source>
        <translation>启用新钥匙</translation>
    </message>
    <message>
        <source>Replace the card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Give the card</source>
        <translation>发卡</translation>
    </message>
    <message>
        <source>Renew the key</source>
        <translation>换密钥</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{name} types the own password</source>
        <translation>请 {name} 输入自己的密码</translation>
    </message>
    <message>
        <source>Your password, and the card that you have used until now.</source>
        <translation>请输入您的密码，并扫一直在用的那张卡。</translation>
    </message>
    <message>
        <source>Put the new keys in force?</source>
        <translation>启用新钥匙？</translation>
    </message>
    <message>
        <source>Replace your card?</source>
        <translation>换掉您的店主卡？</translation>
    </message>
    <message>
        <source>The former card opens nothing any more. Where somebody may have copied it, make new keys instead.</source>
        <translation>旧卡就什么都打不开了。如果可能有人抄过旧卡，请改用“换新钥匙”。</translation>
    </message>
    <message>
        <source>Give {name} this card?</source>
        <translation>把这张卡发给 {name}？</translation>
    </message>
    <message>
        <source>A new key for the database?</source>
        <translation>给数据库换新密钥？</translation>
    </message>
    <message>
        <source>For the day on which somebody may have copied files of this PC. The database is copied under a new key; work stands still for that long, and you can stop it. What was copied before stays readable with the old key: that cannot be undone.</source>
        <translation>可能有人拷走过这台电脑的文件时用。数据库会用新密钥复制一遍，这段时间要停下手里的活，也可以中途停止。以前拷走的文件用旧密钥仍能读，这一点无法挽回。</translation>
    </message>
    <message>
        <source>Go on with locking the waybills anew?</source>
        <translation>继续给运单换锁？</translation>
    </message>
    <message>
        <source>Your card lets it go on for five minutes, while the counter works.</source>
        <translation>刷卡后可以继续五分钟，柜台照常工作。</translation>
    </message>
</context>
<context>
    <name>ContentsPage</name>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Stopped; nothing has changed.</source>
        <translation>已停止，什么都没有改动。</translation>
    </message>
    <message>
        <source>What is in the backup</source>
        <translation>备份里有什么</translation>
    </message>
    <message>
        <source>It is copied to this PC and checked: every page, every act with its signature, every waybill.</source>
        <translation>先复制到这台电脑，再逐项检查：每一页、每条操作和签名、每张运单。</translation>
    </message>
    <message>
        <source>{acts} acts, {waybills} waybills.</source>
        <translation>{acts} 条操作，{waybills} 张运单。</translation>
    </message>
    <message>
        <source>✓ The backup is whole: </source>
        <translation>✓ 备份完好：</translation>
    </message>
    <message>
        <source>The activity record does not fit at act {at}.</source>
        <translation>操作记录在第 {at} 条对不上。</translation>
    </message>
    <message numerus="yes">
        <source>%n waybill(s) do not open with the owner&apos;s key.</source>
        <translation>
            <numerusform>有 %n 张运单用店主密钥打不开。</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be restored all the same; an older backup may be better.</source>
        <translation>仍然可以恢复；更早的备份也许更好。</translation>
    </message>
</context>
<context>
    <name>CorrectionBanner</name>
    <message>
        <source>Putting {number} right</source>
        <translation>正在改单 {number}</translation>
    </message>
    <message>
        <source>Number and carrier stay. Possible until {time}.</source>
        <translation>运单号和快递公司不变。{time} 前可改。</translation>
    </message>
    <message>
        <source>{number} stays as it was accepted</source>
        <translation>{number} 保持收寄时的内容</translation>
    </message>
    <message>
        <source>Its ten minutes are over. Scan its label to go on, or make a new parcel of it.</source>
        <translation>十分钟已过。扫它的面单可继续改，或作为新件收寄。</translation>
    </message>
    <message>
        <source>A new parcel from {number}</source>
        <translation>新件（内容取自 {number}）</translation>
    </message>
    <message>
        <source>It gets a number of its own; {number} stays as it was accepted.</source>
        <translation>将使用新的运单号；{number} 保持原样。</translation>
    </message>
    <message>
        <source>As a new parcel   Ctrl+N</source>
        <translation>作为新件   Ctrl+N</translation>
    </message>
    <message>
        <source>Accept it as a new parcel</source>
        <translation>作为新件收寄</translation>
    </message>
    <message>
        <source>Leave it as it was   Esc</source>
        <translation>不改了   Esc</translation>
    </message>
    <message>
        <source>Leave the waybill as it was</source>
        <translation>运单保持原样</translation>
    </message>
</context>
<context>
    <name>DateBar</name>
    <message>
        <source>The date is right</source>
        <translation>日期正确</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>This PC&apos;s clock was moved. Is it right now? Otherwise set it right; work goes on meanwhile.</source>
        <translation>这台电脑的时钟变动过。现在的日期时间对吗？不对请先调准；收件照常进行。</translation>
    </message>
    <message>
        <source>You confirmed it. The owner or one more person confirms it at the own sign-in.</source>
        <translation>您已确认。还需店主，或另一位店员登录后确认一次。</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Day after   Ctrl+PgUp</source>
        <translation>后一天   Ctrl+PgUp</translation>
    </message>
    <message>
        <source>Day before   Ctrl+PgDn</source>
        <translation>前一天   Ctrl+PgDn</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>今天 {day}</translation>
    </message>
</context>
<context>
    <name>DayEndView</name>
    <message>
        <source>Nothing is scanned here. F5 hands parcels over, F3 finds them.</source>
        <translation>这里不用扫。F5 交接，F3 查找。</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>各人班次</translation>
    </message>
    <message>
        <source>Acts of this day do not follow from one another: the sums may be wrong. Call the owner.</source>
        <translation>当天的操作记录前后对不上，金额可能有误。请告诉店主。</translation>
    </message>
    <message>
        <source>¥{amount} missing</source>
        <translation>少 ¥{amount}</translation>
    </message>
    <message>
        <source>accepted {accepted}, handed over {handed_over}, arrived {arrived}, given out {collected}</source>
        <translation>收寄 {accepted}，交接 {handed_over}，到件 {arrived}，取走 {collected}</translation>
    </message>
    <message>
        <source>on monthly account {amount}</source>
        <translation>月结 {amount}</translation>
    </message>
    <message>
        <source>By carrier</source>
        <translation>按快递公司</translation>
    </message>
    <message>
        <source>Each carrier&apos;s parcels stand here as soon as one came or went.</source>
        <translation>有包裹收寄或到件后，各快递公司的数量列在这里。</translation>
    </message>
    <message>
        <source>Lists closed</source>
        <translation>已交接的单子</translation>
    </message>
    <message>
        <source>Hand-over lists stand here once they are closed: F5.</source>
        <translation>交接完成的交接单列在这里：F5。</translation>
    </message>
    <message>
        <source>parcels: {count}</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>Waybill numbers</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>The numbers that the day used stand here.</source>
        <translation>当天用掉的运单号列在这里。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{count} typed or scanned</source>
        <translation>手输或扫入 {count} 个</translation>
    </message>
    <message>
        <source>{count} used</source>
        <translation>用 {count} 个</translation>
    </message>
    <message>
        <source>Passed over: {gaps}</source>
        <translation>跳过的号：{gaps}</translation>
    </message>
    <message>
        <source>The day is ended.</source>
        <translation>已日结。</translation>
    </message>
    <message>
        <source>Your shift is ended.</source>
        <translation>已交班。</translation>
    </message>
</context>
<context>
    <name>DayEndWording</name>
    <message>
        <source>free: {span}</source>
        <translation>未用：{span}</translation>
    </message>
    <message>
        <source>void: {span}</source>
        <translation>作废：{span}</translation>
    </message>
    <message>
        <source>given back: {span}</source>
        <translation>已退回：{span}</translation>
    </message>
    <message>
        <source>uncertain: {span}</source>
        <translation>待确认：{span}</translation>
    </message>
    <message>
        <source>without a waybill: {span}</source>
        <translation>发出了却没有运单：{span}</translation>
    </message>
    <message>
        <source>passed over: {span}</source>
        <translation>跳过：{span}</translation>
    </message>
    <message>
        <source>{first} to {last} ({count})</source>
        <translation>{first} 至 {last}（{count} 个）</translation>
    </message>
    <message>
        <source>right to the fen</source>
        <translation>分毫不差</translation>
    </message>
    <message>
        <source>¥{amount} too much</source>
        <translation>多 ¥{amount}</translation>
    </message>
    <message>
        <source>¥{amount} missing</source>
        <translation>少 ¥{amount}</translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>accepted</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>到件</translation>
    </message>
    <message>
        <source>given out</source>
        <translation>取走</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>odd cases</source>
        <translation>异常件</translation>
    </message>
</context>
<context>
    <name>DaySheetBar</name>
    <message>
        <source>Choose a printer under Accept first.</source>
        <translation>请先在“收寄”里选打印机。</translation>
    </message>
    <message>
        <source>Print the day sheet   Ctrl+P</source>
        <translation>打印日结单   Ctrl+P</translation>
    </message>
    <message>
        <source>Print the shift sheet   Ctrl+P</source>
        <translation>打印交班单   Ctrl+P</translation>
    </message>
    <message>
        <source>Save…   Ctrl+S</source>
        <translation>保存…   Ctrl+S</translation>
    </message>
    <message>
        <source>Look at it   Ctrl+O</source>
        <translation>预览   Ctrl+O</translation>
    </message>
    <message>
        <source>Back to the day   Esc</source>
        <translation>返回日结   Esc</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End the day, print its sheet   Ctrl+Enter</source>
        <translation>日结并打印日结单   Ctrl+Enter</translation>
    </message>
    <message>
        <source>End the day   Ctrl+Enter</source>
        <translation>日结   Ctrl+Enter</translation>
    </message>
    <message>
        <source>End my shift, print its sheet   Ctrl+Enter</source>
        <translation>交班并打印交班单   Ctrl+Enter</translation>
    </message>
    <message>
        <source>End my shift   Ctrl+Enter</source>
        <translation>交班   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ended at {time}. What came after that counts too: it may be ended again.</source>
        <translation>已在 {time} 结束。之后的也算在内，可以再结一次。</translation>
    </message>
    <message>
        <source>Folder for the day sheet</source>
        <translation>日结单保存到哪个文件夹</translation>
    </message>
    <message>
        <source>Folder for the shift sheet</source>
        <translation>交班单保存到哪个文件夹</translation>
    </message>
    <message>
        <source>Checking the record first: {part} %</source>
        <translation>先核对操作记录：{part} %</translation>
    </message>
    <message>
        <source>Day sheet printed on {printer}</source>
        <translation>日结单已在 {printer} 打印</translation>
    </message>
    <message>
        <source>Shift sheet printed on {printer}</source>
        <translation>交班单已在 {printer} 打印</translation>
    </message>
    <message>
        <source>Day sheet saved in {folder}</source>
        <translation>日结单已保存到 {folder}</translation>
    </message>
    <message>
        <source>Shift sheet saved in {folder}</source>
        <translation>交班单已保存到 {folder}</translation>
    </message>
</context>
<context>
    <name>DestructionCard</name>
    <message>
        <source>confirmed by {second}</source>
        <translation>{second} 确认</translation>
    </message>
    <message>
        <source>confirmed by the recovery sheet</source>
        <translation>恢复单确认</translation>
    </message>
    <message>
        <source>confirmed by a wait of 24 hours</source>
        <translation>等待 24 小时后确认</translation>
    </message>
    <message>
        <source>Destruction record</source>
        <translation>销毁记录</translation>
    </message>
    <message>
        <source>Nothing was erased yet. Each erasing stands here, signed, and on its day sheet.</source>
        <translation>还没有删除过。每次删除都签名记在这里，并印在当天的日结单上。</translation>
    </message>
    <message>
        <source>{at}  {owner} erased the details of {count} waybills, accepted {first} to {last}; {second}</source>
        <translation>{at}  {owner} 删除 {count} 个运单的个人信息，收寄日期 {first} 至 {last}；{second}</translation>
    </message>
    <message>
        <source>  (still to be erased: {left})</source>
        <translation>（还剩 {left} 个）</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Open the counter</source>
        <translation>打开柜台</translation>
    </message>
    <message>
        <source>Your outlet stands</source>
        <translation>网点已经建好</translation>
    </message>
    <message>
        <source>You are signed in. What to do next:</source>
        <translation>您已登录。接下来：</translation>
    </message>
    <message>
        <source>1. Put the card into your wallet and the sheet into another house than the shop.</source>
        <translation>1. 店主卡放进钱包；恢复单收在店以外的地方。</translation>
    </message>
    <message>
        <source>2. Accept the first parcel: paste what the customer sent, weigh, F8, Ctrl+Enter.</source>
        <translation>2. 收第一件：粘贴客户发来的地址，称重，F8，Ctrl+Enter。</translation>
    </message>
    <message>
        <source>3. Give each person a login of their own. Never lend out yours, not for a minute.</source>
        <translation>3. 给每个人开自己的账号。您的账号一分钟也不要借给别人。</translation>
    </message>
    <message>
        <source>4. Tell everybody: nobody here photographs labels, and nobody copies out customers&apos; details.</source>
        <translation>4. 跟每个人讲清楚：在这里不拍面单，不抄客户信息。</translation>
    </message>
    <message>
        <source>This version makes no backups yet. Until one does, a broken disk takes the waybills with it.</source>
        <translation>这个版本还不能备份。在有备份之前，硬盘坏了，运单也就没了。</translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Numbers in doubt since a restore</source>
        <translation>恢复后存疑的单号</translation>
    </message>
    <message>
        <source>They may stand on labels of the days that were lost, so nobody gets them. Ask the carrier which arrived there; those that were never given out can be used again.</source>
        <translation>它们可能印在丢失那几天的面单上，所以不再使用。请向快递公司核对哪些已到达；从未用出的可以重新使用。</translation>
    </message>
</context>
<context>
    <name>DoubtLine</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n 个单号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them typed from a label since</source>
        <translation>
            <numerusform>其中 %n 个已按面单补录</numerusform>
        </translation>
    </message>
    <message>
        <source>They were used</source>
        <translation>已用出</translation>
    </message>
    <message>
        <source>Never given out</source>
        <translation>从未用出</translation>
    </message>
</context>
<context>
    <name>DrawerCard</name>
    <message>
        <source>Should be in the drawer</source>
        <translation>抽屉应有现金</translation>
    </message>
    <message>
        <source>Counted, yuan</source>
        <translation>实点金额（元）</translation>
    </message>
    <message>
        <source>{count} acts of a former version do not say what was paid.</source>
        <translation>有 {count} 条旧版本的操作没有记下收款。</translation>
    </message>
    <message>
        <source>Fees taken</source>
        <translation>收寄运费</translation>
    </message>
    <message>
        <source>Fees put right</source>
        <translation>运费更正</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>代收货款</translation>
    </message>
    <message>
        <source>Freight collect</source>
        <translation>到付运费</translation>
    </message>
    <message>
        <source>On monthly account, not in the drawer</source>
        <translation>月结（不进抽屉）</translation>
    </message>
    <message>
        <source>Type yuan, with two decimals at most.</source>
        <translation>请输入金额（元），最多两位小数。</translation>
    </message>
    <message>
        <source>Counted ¥{counted} at {time}: {difference}</source>
        <translation>{time} 实点 ¥{counted}：{difference}</translation>
    </message>
</context>
<context>
    <name>DrillCard</name>
    <message>
        <source>Reading the backup…</source>
        <translation>正在读取备份…</translation>
    </message>
    <message>
        <source>Checking every page…</source>
        <translation>正在检查每一页…</translation>
    </message>
    <message>
        <source>Checking every act and signature…</source>
        <translation>正在核对每条操作和签名…</translation>
    </message>
    <message>
        <source>Opening every waybill…</source>
        <translation>正在逐个打开运单…</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>your key does not open it</source>
        <translation>您的密钥打不开它</translation>
    </message>
    <message>
        <source>pages of the database are damaged</source>
        <translation>数据库有损坏的页</translation>
    </message>
    <message>
        <source>its tables are not this program&apos;s</source>
        <translation>数据表不是本程序的</translation>
    </message>
    <message>
        <source>the owner&apos;s orders in it are not yours</source>
        <translation>里面的店主指令不是您签的</translation>
    </message>
    <message>
        <source>the activity record does not fit together</source>
        <translation>操作记录接不上</translation>
    </message>
    <message>
        <source>some waybills do not open</source>
        <translation>有运单打不开</translation>
    </message>
    <message>
        <source>it ends at another act than it says</source>
        <translation>结束的操作与标明的不一致</translation>
    </message>
    <message>
        <source>the recovery sheet would not open it</source>
        <translation>恢复单打不开它</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>A backup is worth what its restore is worth. A drill restores it into a temporary outlet, opens it with your key, checks every page, act and waybill, and takes it away again. Nothing here changes.</source>
        <translation>能恢复的备份才算备份。演练会把它恢复到一个临时网点，用您的密钥打开，检查每一页、每条操作和每个运单，然后清除。这里的数据不会变动。</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>另选备份…</translation>
    </message>
    <message>
        <source>Begin the drill</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>As on this PC: password and owner card</source>
        <translation>按本机恢复：密码和店主卡</translation>
    </message>
    <message>
        <source>As on a new PC: the recovery sheet</source>
        <translation>按新电脑恢复：恢复单</translation>
    </message>
    <message>
        <source>The 25 words of the recovery sheet</source>
        <translation>恢复单上的 25 个字词</translation>
    </message>
    <message>
        <source>How far the drill is</source>
        <translation>演练进度</translation>
    </message>
    <message>
        <source>There is no backup to drill yet.</source>
        <translation>还没有可以演练的备份。</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>This backup is not good: {reasons}. Make a new one, on another disk.</source>
        <translation>这个备份有问题：{reasons}。请换一个盘重新备份。</translation>
    </message>
    <message>
        <source>The backup of {at} is whole: {acts} acts, {waybills} waybills, and your key opens all of them.</source>
        <translation>{at} 的备份完好：{acts} 条操作，{waybills} 个运单，您的密钥全部能打开。</translation>
    </message>
</context>
<context>
    <name>DutiesView</name>
    <message>
        <source>Your duties</source>
        <translation>您的职责</translation>
    </message>
    <message>
        <source>I have read this and accept it</source>
        <translation>我已阅读并接受</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Paste what the customer sent</source>
        <translation>粘贴客户发来的内容</translation>
    </message>
    <message>
        <source>Paste the sender here: name, phone, address in any order   Ctrl+V   (Ctrl+T: recipient)</source>
        <translation>在此粘贴寄件人：姓名、电话、地址，顺序不限   Ctrl+V   （Ctrl+T 改为收件人）</translation>
    </message>
    <message>
        <source>Paste the recipient here: name, phone, address in any order   Ctrl+V   (Ctrl+T: sender)</source>
        <translation>在此粘贴收件人：姓名、电话、地址，顺序不限   Ctrl+V   （Ctrl+T 改为寄件人）</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Finish the waybill that stands here, or leave it as it was: Esc.</source>
        <translation>请先改完这一单，或按 Esc 不改了。</translation>
    </message>
    <message>
        <source>The number of a waybill that is put right stays. Nothing was taken.</source>
        <translation>改单时运单号不变，刚才扫的码没有采用。</translation>
    </message>
    <message>
        <source>The scanned code is not a waybill number.</source>
        <translation>扫到的不是运单号。</translation>
    </message>
    <message>
        <source>{number} is put right, not printed. Tear up the old label: it opens nothing any more.</source>
        <translation>{number} 已改好，未打印。请撕掉旧面单，它已失效。</translation>
    </message>
    <message>
        <source>{number} is put right</source>
        <translation>{number} 已改好</translation>
    </message>
    <message>
        <source>Accepted {number}. No typeface here can draw {characters}: the label shows a box instead.</source>
        <translation>已收寄 {number}。本机没有字体能显示 {characters}，面单上印成方框。</translation>
    </message>
    <message>
        <source>Accepted {number}, not printed</source>
        <translation>已收寄 {number}，未打印</translation>
    </message>
    <message>
        <source>Accepted {number}</source>
        <translation>已收寄 {number}</translation>
    </message>
    <message>
        <source>No name, phone or address was found in the pasted text.</source>
        <translation>粘贴的内容里没有找到姓名、电话或地址。</translation>
    </message>
    <message>
        <source>Choose a printer first.</source>
        <translation>请先选择打印机。</translation>
    </message>
    <message>
        <source>A label code does not belong in a field. It was taken out.</source>
        <translation>面单码不能填在这里，已清除。</translation>
    </message>
    <message>
        <source>What a label opened is not copied. Change it here, or leave it: Esc.</source>
        <translation>扫面单打开的信息不能复制。请在这里改，或按 Esc 不改了。</translation>
    </message>
</context>
<context>
    <name>ErasingCard</name>
    <message>
        <source>Details past their term</source>
        <translation>到期的个人信息</translation>
    </message>
    <message>
        <source>Besides your password and card, this needs a second confirmation:</source>
        <translation>除您的密码和店主卡外，还需要一项确认：</translation>
    </message>
    <message>
        <source>Another owner&apos;s password</source>
        <translation>另一位店主的密码</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>A wait of 24 hours</source>
        <translation>等待 24 小时</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Password of the other owner</source>
        <translation>另一位店主的密码</translation>
    </message>
    <message>
        <source>Its 25 words, or scan its code</source>
        <translation>恢复单的 25 个词，或扫描恢复单的码</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>How far the erasing is</source>
        <translation>删除进度</translation>
    </message>
    <message>
        <source>{count} waybills, accepted {first} to {last}</source>
        <translation>{count} 个运单，收寄日期 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Erasing… Work at the counter goes on meanwhile.</source>
        <translation>正在删除…… 柜台照常工作。</translation>
    </message>
    <message>
        <source>Nothing is kept longer than its term. What falls due is counted here.</source>
        <translation>没有超期保存的信息。到期后会在这里列出数量。</translation>
    </message>
    <message>
        <source>{due}. The PC&apos;s date must be confirmed first.</source>
        <translation>{due}。请先确认电脑日期。</translation>
    </message>
    <message>
        <source>{due}, are past their term. Once erased, nobody opens them any more: you neither.</source>
        <translation>{due}，已到期。删除后任何人都无法再打开，店主也不能。</translation>
    </message>
    <message>
        <source>Asked {at}. The 24 hours are over.</source>
        <translation>{at} 申请，24 小时已满。</translation>
    </message>
    <message>
        <source>Asked {at}. From {ready} on, your word alone is enough.</source>
        <translation>{at} 申请，{ready} 起您一人即可删除。</translation>
    </message>
    <message>
        <source>Begin the wait…</source>
        <translation>开始等待…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>ErasingPage</name>
    <message>
        <source>Erasing</source>
        <translation>到期删除</translation>
    </message>
    <message>
        <source>Names, phones and addresses are kept for the months that you set, and erased then. Numbers, dates and money stay. A backup from before still holds what is erased here: delete old backups too.</source>
        <translation>姓名、电话、地址按您设定的月数保存，到期删除；单号、日期、金额保留。删除前的备份里仍有这些信息，旧备份也请一并删除。</translation>
    </message>
    <message>
        <source>Begin the wait of 24 hours</source>
        <translation>开始等待 24 小时</translation>
    </message>
    <message>
        <source>Erase these details for good</source>
        <translation>永久删除这些个人信息</translation>
    </message>
    <message>
        <source>Take the wish to erase back</source>
        <translation>撤回删除申请</translation>
    </message>
    <message>
        <source>Go ahead</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>FilePreview</name>
    <message>
        <source>Nothing in this file can be taken.</source>
        <translation>这个文件里没有可用的内容。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more row(s) that are left out</source>
        <translation>
            <numerusform>……另有 %n 行未列出，都不会导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Number, shelf code, or last four digits</source>
        <translation>运单号、取件码或手机尾号</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>Find   Enter</source>
        <translation>查找   Enter</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Still looking: other work is before it. Esc stops waiting.</source>
        <translation>还在查找：前面有别的工作。按 Esc 不再等。</translation>
    </message>
</context>
<context>
    <name>FindGuide</name>
    <message>
        <source>Nothing was found. Check it, or try another of these:</source>
        <translation>没有找到。请核对，或换一种方式：</translation>
    </message>
    <message>
        <source>Scan the label in your hand, or type one of these:</source>
        <translation>扫描手上的面单，或输入：</translation>
    </message>
    <message>
        <source>a waybill number, whole; the bars of a label scan as one</source>
        <translation>完整的运单号，也可以扫面单上的条码</translation>
    </message>
    <message>
        <source>a shelf code, with its hyphens</source>
        <translation>取件码，连字符也要输入</translation>
    </message>
    <message>
        <source>the last four digits of the sender&apos;s or recipient&apos;s phone</source>
        <translation>寄件人或收件人的手机尾号（后四位）</translation>
    </message>
    <message>
        <source>张5678</source>
        <translation>张5678</translation>
    </message>
    <message>
        <source>the first character of the name and the last four digits</source>
        <translation>姓名的第一个字加尾号</translation>
    </message>
</context>
<context>
    <name>FindView</name>
    <message>
        <source>A label code is scanned, not typed. It was taken out.</source>
        <translation>面单二维码请用扫码枪扫描，不要输入。已清除。</translation>
    </message>
    <message>
        <source>{number} is changed</source>
        <translation>{number} 已更改</translation>
    </message>
</context>
<context>
    <name>FindWording</name>
    <message>
        <source>In the shop</source>
        <translation>在店</translation>
    </message>
    <message>
        <source>On a hand-over list</source>
        <translation>已上交接单</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交接</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已取走</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>已转寄</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The label of {number} opens</source>
        <translation>{number} 的面单有效</translation>
    </message>
    <message>
        <source>Press the key of the one thing you need to know, then the reason.</source>
        <translation>按要查看的那一项的键，再按原因键。</translation>
    </message>
    <message>
        <source>The details of {number} are closed</source>
        <translation>{number} 的信息已关闭</translation>
    </message>
    <message>
        <source>The parcel has left, or the label&apos;s term is over: it opens nothing any more.</source>
        <translation>包裹已离店，或面单已过期：这张面单不再能打开信息。</translation>
    </message>
    <message>
        <source>{number} has a newer label</source>
        <translation>{number} 已有新面单</translation>
    </message>
    <message>
        <source>Put the newest label on the parcel and tear this one up: it opens nothing.</source>
        <translation>请把最新的面单贴到包裹上，撕毁这一张：它已失效。</translation>
    </message>
    <message>
        <source>Enter the parcel again under its number, and put the new label on.</source>
        <translation>请用原单号重新收寄，并贴上新面单。</translation>
    </message>
    <message>
        <source>Not a label of this outlet, or not a genuine one</source>
        <translation>不是本网点的面单，或不是真面单</translation>
    </message>
    <message>
        <source>It opens nothing, and the scan is recorded. Work goes on.</source>
        <translation>什么都打不开，这次扫描已记录。工作照常。</translation>
    </message>
    <message>
        <source>The label of {number} does not fit the activity record</source>
        <translation>{number} 的面单与操作记录对不上</translation>
    </message>
    <message>
        <source>What was recorded before this label was printed is missing or was changed. Work goes on; nothing is revealed until the owner has seen to it.</source>
        <translation>打印这张面单之前的记录缺失或被改动。工作照常；店主处理之前不能查看信息。</translation>
    </message>
    <message>
        <source>This day sheet fits the activity record</source>
        <translation>这张日报表与操作记录相符</translation>
    </message>
    <message>
        <source>Everything recorded up to it still stands as it was.</source>
        <translation>到它为止的记录都原样还在。</translation>
    </message>
    <message>
        <source>{number} is from days that the record has lost</source>
        <translation>{number} 属于记录已缺失的那段时间</translation>
    </message>
    <message>
        <source>This day sheet is from days that the record has lost</source>
        <translation>这张日报表属于记录已缺失的那段时间</translation>
    </message>
    <message>
        <source>What it counts is not in this outlet any more. Keep the sheet.</source>
        <translation>它所统计的记录已不在本网点。请保存这张表。</translation>
    </message>
    <message>
        <source>This day sheet does not fit the activity record</source>
        <translation>这张日报表与操作记录对不上</translation>
    </message>
    <message>
        <source>What was recorded before it was printed is missing or was changed. Work goes on; nothing is revealed until the owner has seen to it.</source>
        <translation>打印它之前的记录缺失或被改动。工作照常；店主处理之前不能查看信息。</translation>
    </message>
    <message>
        <source>a scanned label</source>
        <translation>扫描的面单</translation>
    </message>
    <message>
        <source>a scanned day sheet</source>
        <translation>扫描的日报表</translation>
    </message>
    <message>
        <source>the note kept beside the database</source>
        <translation>数据库旁边的校验点</translation>
    </message>
    <message>
        <source>the check of the record itself</source>
        <translation>记录自身的核对</translation>
    </message>
    <message>
        <source>a waybill that is not what was recorded</source>
        <translation>与记录不符的运单</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>换货架</translation>
    </message>
    <message>
        <source>On its shelf again</source>
        <translation>重新上架</translation>
    </message>
    <message>
        <source>Label printed</source>
        <translation>打印面单</translation>
    </message>
    <message>
        <source>Shelf label</source>
        <translation>取件码标签</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>换新面单</translation>
    </message>
    <message>
        <source>On a list</source>
        <translation>上交接单</translation>
    </message>
    <message>
        <source>Off the list</source>
        <translation>移出交接单</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>From {party}</source>
        <translation>寄件 {party}</translation>
    </message>
    <message>
        <source>{place}, name and phone emptied</source>
        <translation>{place}，姓名电话已清空</translation>
    </message>
    <message>
        <source>{weight} kg</source>
        <translation>{weight} 公斤</translation>
    </message>
    <message>
        <source>fee ¥{amount}</source>
        <translation>运费 ¥{amount}</translation>
    </message>
    <message>
        <source>cash on delivery ¥{amount}</source>
        <translation>代收货款 ¥{amount}</translation>
    </message>
    <message>
        <source>declared ¥{amount}</source>
        <translation>声明价值 ¥{amount}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It was seen by {sights}.</source>
        <translation>发现途径：{sights}。</translation>
    </message>
    <message>
        <source>Waybills that are not what was recorded: {count}.</source>
        <translation>与记录不符的运单：{count} 件。</translation>
    </message>
    <message>
        <source>No act is beyond doubt (at least {count}).</source>
        <translation>没有一条操作可以确信（至少 {count} 条）。</translation>
    </message>
    <message>
        <source>Missing or changed: at least {count} acts after {time}, from act {first} on.</source>
        <translation>{time} 之后至少有 {count} 条操作缺失或被改动，从第 {first} 条起。</translation>
    </message>
    <message>
        <source>Look-ups by tail are suspended; numbers and scans go on.</source>
        <translation>尾号查找已暂停；运单号和扫码照常。</translation>
    </message>
    <message>
        <source>Look-ups by tail left this hour: {left} of {limit}</source>
        <translation>本小时尾号查找还剩 {left} 次（共 {limit} 次）</translation>
    </message>
</context>
<context>
    <name>FirstTimeForm</name>
    <message>
        <source>First time here? Type the code that the owner told you, and choose a password.</source>
        <translation>第一次使用？请输入店主告诉您的邀请码，再给自己设一个密码。</translation>
    </message>
    <message>
        <source>Code, ten characters</source>
        <translation>邀请码（10 位）</translation>
    </message>
    <message>
        <source>Your new password</source>
        <translation>您的新密码</translation>
    </message>
    <message>
        <source>At least ten characters; a short sentence is easy to remember.</source>
        <translation>至少 10 个字符，一句短话最好记。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
</context>
<context>
    <name>FlagCard</name>
    <message>
        <source>{day} · seen before</source>
        <translation>{day} · 已看过</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Rows: {sentence}</source>
        <translation>明细：{sentence}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Show no more flags of this kind of {person}; it is recorded and can be taken back.</source>
        <translation>不再提示{person}的这类情况；会记入操作记录，随时可恢复。</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>处理完</translation>
    </message>
    <message>
        <source>What it was, in a few words</source>
        <translation>是怎么回事，几个字</translation>
    </message>
    <message>
        <source>Your word about: {sentence}</source>
        <translation>处理说明：{sentence}</translation>
    </message>
</context>
<context>
    <name>FlagWording</name>
    <message>
        <source>At {begin}, with {person} at the counter, a fault: {what}.</source>
        <translation>{begin}，{person} 在柜台时发现故障：{what}。</translation>
    </message>
    <message>
        <source>At {begin}, with {person} at the counter, the PC&apos;s clock was moved: {what}.</source>
        <translation>{begin}，{person} 在柜台时电脑时间被改动：{what}。</translation>
    </message>
    <message>
        <source>At {begin}, with {person} signed in, the screen was shown on another computer: {what}.</source>
        <translation>{begin}，{person} 登录期间，屏幕显示在另一台电脑上：{what}。</translation>
    </message>
    <message>
        <source>The login of {person} was at work in {hours} hours of the day, usually in {usual}. Two people may share it.</source>
        <translation>{person}的账号当天有 {hours} 个小时在操作，平时 {usual} 个小时，可能有两个人合用。</translation>
    </message>
    <message>
        <source>{count} sign-ins under the name of {person} failed.</source>
        <translation>用 {person} 的名字登录失败 {count} 次。</translation>
    </message>
    <message>
        <source>A limit stopped {person} {when}: {count} ×.</source>
        <translation>{person}在 {when} 被限额拦下 {count} 次。</translation>
    </message>
    <message>
        <source>{person} was at your canary {canary} {when}: {look}.</source>
        <translation>{person}动了您的诱饵件 {canary}（{when}）：{look}。</translation>
    </message>
    <message>
        <source>{person} worked outside the opening hours, {when}.</source>
        <translation>{person}在营业时间外操作：{when}。</translation>
    </message>
    <message>
        <source>{person} opened {count} records {when}.</source>
        <translation>{person}在 {when} 打开了 {count} 条记录。</translation>
    </message>
    <message>
        <source>{person} looked at details {of} ×; {count} of them, on {waybills} waybills, were not followed by a correction, a print, a list or a collection within the hour.</source>
        <translation>{person}查看资料 {of} 次，其中 {count} 次（{waybills} 票运单）在一小时内没有更正、打印、交接或取件。</translation>
    </message>
    <message>
        <source>{person} looked at {parcels} parcels in the order they came, {when}.</source>
        <translation>{person}在 {when} 按收件顺序逐个查了 {parcels} 件。</translation>
    </message>
    <message>
        <source>{person} looked up {of} times {when}; {count} found nothing. Usual for a day: {usual}.</source>
        <translation>{person}在 {when} 查找 {of} 次，{count} 次没有结果；平时一天 {usual} 次。</translation>
    </message>
    <message>
        <source>{person} looked up {count} times {when}. Usual for a whole day: {usual}.</source>
        <translation>{person}在 {when} 查找了 {count} 次；平时一整天 {usual} 次。</translation>
    </message>
    <message>
        <source>{person} printed {count} labels a second time {when}. Usual for a day: {usual}.</source>
        <translation>{person}在 {when} 补打了 {count} 张面单；平时一天 {usual} 张。</translation>
    </message>
    <message>
        <source>{person} used more than half of a limit {when}: {units} of {of} {limit}.</source>
        <translation>{person}在 {when} 用掉了超过一半的限额：{limit}，{units}/{of}。</translation>
    </message>
    <message>
        <source>{person} tried {count} reveals {when} that were refused.</source>
        <translation>{person}在 {when} 有 {count} 次查看被拒。</translation>
    </message>
    <message>
        <source>Nobody has looked at the review for {count} weeks.</source>
        <translation>已经 {count} 周没有人检查操作记录。</translation>
    </message>
    <message>
        <source>{person} opened {count} records {when}; none was followed by a print, a list or a collection.</source>
        <translation>{person}在 {when} 打开了 {count} 条记录，之后都没有打印、交接或取件。</translation>
    </message>
    <message>
        <source>{person} opened {count} records {when}; {followed} were followed by a print, a list or a collection.</source>
        <translation>{person}在 {when} 打开了 {count} 条记录，其中 {followed} 条之后有打印、交接或取件。</translation>
    </message>
    <message>
        <source>{person} revealed details outside the opening hours, {when}: {revealed} ×.</source>
        <translation>{person}在营业时间外查看了个人信息：{when}，{revealed} 次。</translation>
    </message>
    <message>
        <source>{person} looked at details of {waybills} waybills, {of} ×; none was followed by a correction, a print, a list or a collection within the hour.</source>
        <translation>{person}查看了 {waybills} 票运单的资料，共 {of} 次，之后一小时内都没有更正、打印、交接或取件。</translation>
    </message>
    <message>
        <source>Nobody has looked at the review for a week.</source>
        <translation>已经一周没有人检查操作记录。</translation>
    </message>
    <message>
        <source>at {begin}</source>
        <translation>{begin}</translation>
    </message>
    <message>
        <source>between {begin} and {end}</source>
        <translation>{begin} 到 {end}</translation>
    </message>
    <message>
        <source>{person} was at your canary {canary} {count} × {when}; the gravest: {look}.</source>
        <translation>{person}动了您的诱饵件 {canary} 共 {count} 次（{when}），最重的一次：{look}。</translation>
    </message>
    <message>
        <source>Act {n} under the name of {person} is not what was recorded.</source>
        <translation>{person} 名下的第 {n} 条操作和原来的记录不一样。</translation>
    </message>
    <message>
        <source>Act {n} bears the name of {person}, but that login did not sign it.</source>
        <translation>第 {n} 条操作写的是 {person}，但不是他的账号签的。</translation>
    </message>
    <message>
        <source>Look-ups</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Found nothing</source>
        <translation>落空</translation>
    </message>
    <message>
        <source>Reveals</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Without follow-up</source>
        <translation>无后续</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Reprints</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
</context>
<context>
    <name>FoundBoard</name>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>These are the first {count}. Type more digits, or the first character of the name too.</source>
        <translation>只列出前 {count} 条。请多输入几位，或加上姓氏。</translation>
    </message>
</context>
<context>
    <name>FoundLabels</name>
    <message>
        <source>Choose a printer under Accept first.</source>
        <translation>请先在“收寄”页选择打印机。</translation>
    </message>
</context>
<context>
    <name>FoundingCardPage</name>
    <message>
        <source>Going back to the password makes a new card.</source>
        <translation>如果退回到密码那一页，会重新生成一张卡。</translation>
    </message>
</context>
<context>
    <name>FoundingProofPage</name>
    <message>
        <source>Founding the outlet and signing you in…</source>
        <translation>正在建立网点并登录…</translation>
    </message>
    <message>
        <source>Found the outlet</source>
        <translation>建立网点</translation>
    </message>
    <message>
        <source>Type them from your paper. When they are right, the outlet is founded. Back shows them again.</source>
        <translation>请照着纸上输入。全对了，网点就建好了。点“上一步”可以再看一次。</translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message>
        <source>Numbers by day</source>
        <translation>每日用号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) were given out and no waybill bears them.</source>
        <translation>
            <numerusform>有 %n 个单号已用出，但没有对应运单。</numerusform>
        </translation>
    </message>
    <message>
        <source>No waybill was accepted on this day.</source>
        <translation>这一天没有收寄。</translation>
    </message>
    <message numerus="yes">
        <source>%n waybill(s)</source>
        <translation>
            <numerusform>%n 票</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a number of no range</source>
        <translation>
            <numerusform>%n 票单号不在号段内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>    … and %n more line(s)</source>
        <translation>
            <numerusform>    ……另有 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>passed over, still free</source>
        <translation>跳过，仍可用</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>given back to the carrier</source>
        <translation>已退回快递公司</translation>
    </message>
    <message>
        <source>in doubt since a restore</source>
        <translation>恢复后存疑</translation>
    </message>
    <message>
        <source>given out, and no waybill bears it</source>
        <translation>已用出，但没有对应运单</translation>
    </message>
    <message>
        <source>a jump, as to another roll</source>
        <translation>跳号，如换了一卷面单</translation>
    </message>
</context>
<context>
    <name>GiveBackForm</name>
    <message numerus="yes">
        <source>%n number(s) would go back.</source>
        <translation>
            <numerusform>将退回 %n 个单号。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give numbers back</source>
        <translation>退回单号</translation>
    </message>
    <message>
        <source>From this number to the end of its range they go back to the carrier. None of them may be used.</source>
        <translation>从这个单号到号段末尾全部退回快递公司，其中不能有已用的单号。</translation>
    </message>
    <message>
        <source>From number</source>
        <translation>起始单号</translation>
    </message>
    <message>
        <source>Give them back</source>
        <translation>退回</translation>
    </message>
</context>
<context>
    <name>GivingOut</name>
    <message>
        <source>Last four digits of the recipient&apos;s phone</source>
        <translation>取件人手机尾号四位</translation>
    </message>
    <message>
        <source>Cash taken   F8</source>
        <translation>已收款   F8</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>已收款</translation>
    </message>
    <message>
        <source>Give out   Enter</source>
        <translation>取件   Enter</translation>
    </message>
    <message>
        <source>Give out</source>
        <translation>取件</translation>
    </message>
</context>
<context>
    <name>HandOverView</name>
    <message>
        <source>Scan the first label. Another carrier: its digit, 1 to 9.</source>
        <translation>扫第一件的面单。换快递公司按数字 1 到 9。</translation>
    </message>
    <message>
        <source>One moment: what was scanned waits its turn, nothing is lost.</source>
        <translation>请稍等：扫到的都排着队，不会丢。</translation>
    </message>
    <message>
        <source>A label code is scanned, not typed. It was taken out.</source>
        <translation>面单上的码要用扫码枪扫，不能输入，已清除。</translation>
    </message>
</context>
<context>
    <name>HandOverWording</name>
    <message>
        <source>{number} on the list</source>
        <translation>{number} 已上单</translation>
    </message>
    <message>
        <source>{count} for {carrier}.</source>
        <translation>{carrier} 共 {count} 件。</translation>
    </message>
    <message>
        <source>{number} is on it already</source>
        <translation>{number} 已在单上</translation>
    </message>
    <message>
        <source>Scanned twice: nothing changed. Go on with the next.</source>
        <translation>扫了两次，没有变化，继续扫下一件。</translation>
    </message>
    <message>
        <source>{number} belongs to {other}</source>
        <translation>{number} 是{other}的件</translation>
    </message>
    <message>
        <source>Put it aside for {other}, or choose {other} above and scan it again.</source>
        <translation>放到{other}那一堆，或在上方选{other}后重扫。</translation>
    </message>
    <message>
        <source>{number} is on {other}&apos;s list</source>
        <translation>{number} 已在{other}的交接单上</translation>
    </message>
    <message>
        <source>It goes with {other}: put it with those parcels.</source>
        <translation>它跟{other}走，请放回{other}那一堆。</translation>
    </message>
    <message>
        <source>{number} has left</source>
        <translation>{number} 已离店</translation>
    </message>
    <message>
        <source>It left on {left}. If it came back, register it under Arrivals.</source>
        <translation>{left} 已离店。若是退回来的，请在“到件”里登记。</translation>
    </message>
    <message>
        <source>Not a parcel of this outlet {number}</source>
        <translation>不是本网点的包裹 {number}</translation>
    </message>
    <message>
        <source>Nothing is known of it here: accept it first, or put it aside.</source>
        <translation>这里没有它的记录：先收寄，或放到一边。</translation>
    </message>
    <message>
        <source>{number} has a newer label</source>
        <translation>{number} 有新面单</translation>
    </message>
    <message>
        <source>Put the newer label on, tear this one up, and scan the new one.</source>
        <translation>请贴上新面单，撕掉这张，再扫新的。</translation>
    </message>
    <message>
        <source>{number} is from the lost days</source>
        <translation>{number} 属于丢失的那几天</translation>
    </message>
    <message>
        <source>Enter it again under Accept with the same number, then scan it here.</source>
        <translation>请在“收寄”里用原单号重新录入，再来这里扫。</translation>
    </message>
    <message>
        <source>{number} does not fit the record</source>
        <translation>{number} 与操作记录不符</translation>
    </message>
    <message>
        <source>Call the owner. Its bars may still be scanned, so that the truck need not wait.</source>
        <translation>请告诉店主。可以改扫条码，不耽误装车。</translation>
    </message>
    <message>
        <source>{number} waits for its recipient</source>
        <translation>{number} 在等收件人来取</translation>
    </message>
    <message>
        <source>Put it back on its shelf. Refused parcels alone go back.</source>
        <translation>请放回货架。只有拒收件才退回快递公司。</translation>
    </message>
    <message>
        <source>Not put on: scan it again</source>
        <translation>没有上单，请重扫</translation>
    </message>
    <message>
        <source>No waybill number</source>
        <translation>不是运单号</translation>
    </message>
    <message>
        <source>Scan the bars or the square code of the parcel&apos;s label, or type its whole number.</source>
        <translation>请扫面单上的条码或二维码，或手输完整单号。</translation>
    </message>
    <message>
        <source>{number} taken off</source>
        <translation>{number} 已移出</translation>
    </message>
    <message>
        <source>Take it out of the pile: it stays in the shop.</source>
        <translation>请把它从车上拿下来，留在店里。</translation>
    </message>
    <message>
        <source>List closed: {count} for {carrier}</source>
        <translation>已交接：{carrier} {count} 件</translation>
    </message>
    <message>
        <source>They may go onto the truck.</source>
        <translation>可以装车了。</translation>
    </message>
    <message>
        <source>Not closed: the list stands open</source>
        <translation>没有交接成，交接单还开着</translation>
    </message>
</context>
<context>
    <name>HandoverFolderCard</name>
    <message>
        <source>None chosen yet: nothing is written</source>
        <translation>还没选，文件写不出来</translation>
    </message>
    <message>
        <source>The files</source>
        <translation>交接文件</translation>
    </message>
    <message>
        <source>When a list is closed, its waybills go into a file that the carrier alone can open; nobody in this shop can. Tell the carrier the fingerprint of your outlet, so that it knows your files.</source>
        <translation>一张交接单交接完，单上的运单就写进一个文件，只有快递公司打得开，店里谁也打不开。请把本网点的指纹告诉快递公司，让对方认得您的文件。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Your fingerprint</source>
        <translation>本网点指纹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Paste what the customer sent; name, phone and address go to their fields.</source>
        <translation>粘贴客户发来的内容，姓名、电话、地址自动填好。</translation>
    </message>
    <message>
        <source>Paste as the sender, also when a sender stands already.</source>
        <translation>粘贴为寄件人，已有寄件人时替换。</translation>
    </message>
    <message>
        <source>Take the paste or the swap back. Right after accepting: put the last waybill right. Later its label opens it.</source>
        <translation>撤销粘贴或对调。刚收寄完时：修改上一单；过后扫它的面单再改。</translation>
    </message>
    <message>
        <source>Leave a waybill that is being put right as it was.</source>
        <translation>正在改单时，放弃修改，运单保持原样。</translation>
    </message>
    <message>
        <source>Let the next paste fill the other party: the switch beside the paste box shows which.</source>
        <translation>让下一次粘贴填入另一方；粘贴框旁边标明是哪一方。</translation>
    </message>
    <message>
        <source>Swap sender and recipient when they were pasted the wrong way round.</source>
        <translation>寄件人和收件人粘贴反了，把两方对调。</translation>
    </message>
    <message>
        <source>Choose another reading of a field marked in amber.</source>
        <translation>黄色标出的字段，换一种读法。</translation>
    </message>
    <message>
        <source>Change the sender who stands from before.</source>
        <translation>更改沿用的寄件人。</translation>
    </message>
    <message>
        <source>Tick inspected and real-name checked.</source>
        <translation>同时勾选“已验视”和“已实名”。</translation>
    </message>
    <message>
        <source>Accept the parcel and print its label.</source>
        <translation>收寄并打印面单。</translation>
    </message>
    <message>
        <source>Lock when you leave the counter.</source>
        <translation>离开柜台前锁定。</translation>
    </message>
    <message>
        <source>Close this help.</source>
        <translation>关闭帮助。</translation>
    </message>
    <message>
        <source>Come here from any page and type; F3 comes here too.</source>
        <translation>在任何页面都可以来这里直接输入；F3 也可以。</translation>
    </message>
    <message>
        <source>Go from card to card; the waybill beside them follows.</source>
        <translation>在结果之间移动，旁边的运单跟着变。</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>A label scanned on any page opens its waybill here. Bars are looked up on this page.</source>
        <translation>在任何页面扫面单，都会在这里打开运单；在本页扫条码就是查找。</translation>
    </message>
    <message>
        <source>Reveal one field of the parcel in your hand, with the reason. C copies it, Esc masks it.</source>
        <translation>查看手上包裹的一项信息，并按原因键；C 复制，Esc 遮住。</translation>
    </message>
    <message>
        <source>Put the details right; the label in your hand opens them.</source>
        <translation>更正信息：由手上的面单打开。</translation>
    </message>
    <message>
        <source>Change weight, service, fee or category without opening the details.</source>
        <translation>更改重量、产品、运费或品类，不打开个人信息。</translation>
    </message>
    <message>
        <source>A new label with a new code, when the old one is damaged; the old one ends.</source>
        <translation>面单损坏时换一张新码面单，旧的作废。</translation>
    </message>
    <message>
        <source>Enter a parcel of lost days again.</source>
        <translation>重新收寄丢失那几天的包裹。</translation>
    </message>
    <message>
        <source>Hide, then back to where you came from; what was typed there stands as it was.</source>
        <translation>先遮住，再回到原来的页面；那里输入的内容原样还在。</translation>
    </message>
    <message>
        <source>Come to this page. Choose the shelf once; it stays until you choose another.</source>
        <translation>进入本页。货架选一次即可，换之前一直有效。</translation>
    </message>
    <message>
        <source>Scan a parcel, then type the last four digits on its label: the fourth one shelves it.</source>
        <translation>扫描包裹，再输入面单上的尾号四位，第四位输完即上架。</translation>
    </message>
    <message>
        <source>End a tail of fewer digits; a hyphen stands for a label without any.</source>
        <translation>尾号不足四位时按回车；面单上没有尾号就输入一个连字符。</translation>
    </message>
    <message>
        <source>Choose another shelf.</source>
        <translation>换货架。</translation>
    </message>
    <message>
        <source>Cash on delivery, freight to collect: type the amount, Enter, then the tail.</source>
        <translation>代收货款、到付运费：输入金额，回车，再输尾号。</translation>
    </message>
    <message>
        <source>Choose the carrier, where the number fits more than one.</source>
        <translation>单号可能属于几家快递时，按数字选一家。</translation>
    </message>
    <message>
        <source>Finish a parcel that was begun and left, or drop it.</source>
        <translation>继续录入没录完的包裹，或放弃它。</translation>
    </message>
    <message>
        <source>Take the last arrival back, for ten minutes.</source>
        <translation>撤销最近一件到件，十分钟内有效。</translation>
    </message>
    <message>
        <source>Go into the list: Ctrl+E puts right, Ctrl+M moves, Ctrl+P prints again.</source>
        <translation>进入列表：Ctrl+E 更正，Ctrl+M 换货架，Ctrl+P 补打标签。</translation>
    </message>
    <message>
        <source>Show what was not collected, or what goes back.</source>
        <translation>查看逾期未取的，或待退回的。</translation>
    </message>
    <message>
        <source>Come to this page. A carrier has one open list, and it stands as you left it.</source>
        <translation>打开本页。每家快递公司有一张未交接的交接单，离开后原样保留。</translation>
    </message>
    <message>
        <source>Each label goes onto the list at once: green and one tone. Red and two tones: read what to do. The square code is better than the bars, it also checks the record.</source>
        <translation>扫一件上一件：绿色、响一声。红色、响两声：看提示怎么做。扫方码比扫条码好，它还会核对操作记录。</translation>
    </message>
    <message>
        <source>Choose the carrier with that digit.</source>
        <translation>选该数字的快递公司。</translation>
    </message>
    <message>
        <source>Type the number of a label that does not scan; Enter puts it on.</source>
        <translation>面单扫不出来时手输单号，回车上单。</translation>
    </message>
    <message>
        <source>Take the row that stands out off the list; ↑ ↓ choose it.</source>
        <translation>把选中的一行移出交接单；↑ ↓ 选行。</translation>
    </message>
    <message>
        <source>Take the last one off.</source>
        <translation>撤销最后上单的一件。</translation>
    </message>
    <message>
        <source>Turn to newer or older rows of a long list.</source>
        <translation>单子长时翻到更新或更早的行。</translation>
    </message>
    <message>
        <source>Close the list when the truck takes the parcels: their labels open nothing any more, the list is printed. Parcels of this carrier that were not scanned are named first; Esc goes on scanning.</source>
        <translation>装车时交接：这些面单再也打不开信息，并打印交接单。该快递公司还有没扫的包裹会先提示；Esc 继续扫。</translation>
    </message>
    <message>
        <source>Come to this page: your own shift, for the owner everybody&apos;s.</source>
        <translation>打开本页：看自己的班次，店主看全店。</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Count the drawer and type the sum; what is missing or too much is recorded with it.</source>
        <translation>点清抽屉里的现金后输入金额；多了少了会一起记下。</translation>
    </message>
    <message>
        <source>End the day or your shift, and print its sheet. It may be ended again.</source>
        <translation>日结或交班，并打印日结单。可以再结一次。</translation>
    </message>
    <message>
        <source>Turn to the day after or before.</source>
        <translation>翻到后一天或前一天。</translation>
    </message>
    <message>
        <source>Come to this page; a click on your name at the foot of the window does so too.</source>
        <translation>打开本页；点击窗口下方自己的名字也可以。</translation>
    </message>
    <message>
        <source>Go from field to field; Enter goes on, and at the last field it changes the password.</source>
        <translation>在各栏之间移动；回车到下一栏，在最后一栏则修改密码。</translation>
    </message>
    <message>
        <source>Drop what was typed.</source>
        <translation>清除已输入的内容。</translation>
    </message>
    <message>
        <source>Sign out: your day is over, others work on.</source>
        <translation>登出下班，其他人照常工作。</translation>
    </message>
    <message>
        <source>Go from person to person and from field to field; Enter presses.</source>
        <translation>在人员和输入框之间移动；按回车确认。</translation>
    </message>
    <message>
        <source>Drop what is being asked, or take a code off the screen.</source>
        <translation>放弃当前操作，或把邀请码从屏幕上收起。</translation>
    </message>
    <message>
        <source>Carriers</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Number ranges</source>
        <translation>号段</translation>
    </message>
    <message>
        <source>Type, scan or load what the carrier gave. What goes back, is spoilt or in doubt is said here, and for each day which numbers were passed over; one without a waybill stands out.</source>
        <translation>输入、扫描或导入快递公司给的号段。退回、作废、存疑的单号在这里处理；每天跳过了哪些单号也在这里看，没有对应运单的会突出显示。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Who was stopped stands first: with your password he may look up again, or goes without limits until 04:00. The limits themselves change with your card as well.</source>
        <translation>被停用的人排在最前：输入您的密码就能恢复其查找，或放开其限额到凌晨 4 点。修改限额还要店主卡。</translation>
    </message>
    <message>
        <source>Hours and terms</source>
        <translation>营业时间和期限</translation>
    </message>
    <message>
        <source>When the outlet is open, and after how many minutes an idle counter locks. Working outside the hours is flagged, never refused. With password and card; everybody is told.</source>
        <translation>几点开门，柜台没人操作几分钟就锁屏。营业时间外的操作会提醒，不会拦下。修改要密码和店主卡，其他人都会看到。</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>到期删除</translation>
    </message>
    <message>
        <source>Details past their term: how many, of which days. You order with password and card; another owner&apos;s password, the recovery sheet or 24 hours of waiting confirm it. Nobody opens them then.</source>
        <translation>到期的个人信息有多少、是哪些日子的。凭密码和店主卡决定删除，再由另一位店主的密码、恢复单或等待 24 小时确认；删后谁也打不开。</translation>
    </message>
    <message>
        <source>Canaries</source>
        <translation>诱饵件</translation>
    </message>
    <message>
        <source>Parcels of nobody that you watch. Accept one, put it on the shelf, mark it here some days later. Its label opens for seven days; put a new one out then. Colleagues who do not know hand it over by mistake: that is no misuse, and the page tells you that it left.</source>
        <translation>您用来盯梢的假件。先收一件放上货架，几天后再在这里标记。面单只能扫开七天，之后请换新的。不知情的同事误把它交接出去不算违规，本页会告诉您它已离店。</translation>
    </message>
    <message>
        <source>Today with its flags, pictures of the last weeks, the rows, and reports.</source>
        <translation>今日提示、近几周图表、明细、报告。</translation>
    </message>
    <message>
        <source>Today: say that you saw every flag. Reports: make the one that is chosen.</source>
        <translation>今日：记下提示都看过了。报告：生成所选的报告。</translation>
    </message>
    <message>
        <source>From flag to flag, mark to mark, act to act. Enter leads to the acts behind it.</source>
        <translation>在提示、图上的格子、操作之间移动；回车看它背后的操作。</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>A word and Enter tick one off; it is recorded. “Mute” hides a kind for one person and is recorded too.</source>
        <translation>写几个字按回车就处理完一项，会记入操作记录。“不再提示”对一个人隐藏一类提示，也会记录。</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>诱饵件</translation>
    </message>
    <message>
        <source>Somebody was at a parcel that is nobody&apos;s. One look is enough; ask him which customer it was for. It shows to the owner who marked it, when he looks here: in a clerk&apos;s hands the program cannot know it. A tail that only lists it tells nothing, it may be a customer&apos;s too.</source>
        <translation>有人动了您的假件，一次就提示；请问他是为哪位客户查的。只有标记它的店主打开本页时才看得到：店员登录时，程序自己也不知道哪件是诱饵。按尾号查找、顺带列出它的不提示，因为客户的尾号也可能相同。</translation>
    </message>
    <message>
        <source>Turn to newer or older acts, or the pages of a report.</source>
        <translation>翻到较新或较早的操作，或报告的上一页、下一页。</translation>
    </message>
    <message>
        <source>Any label or day sheet, however old: the record is held against its code at once.</source>
        <translation>任何面单或日结单，不论多旧：扫一下就核对操作记录。</translation>
    </message>
    <message>
        <source>Print a report, or save it with what goes with it.</source>
        <translation>打印报告，或连同附件一起保存。</translation>
    </message>
    <message>
        <source>Come to this page.</source>
        <translation>来到本页。</translation>
    </message>
    <message>
        <source>Find what was typed. On a card: go into its waybill, or give the arrived parcel out.</source>
        <translation>查找输入的内容。在卡片上：打开运单，或给出到件。</translation>
    </message>
    <message>
        <source>0 … 9, F8</source>
        <translation>0 … 9、F8</translation>
    </message>
    <message>
        <source>Give an arrived parcel out: the four digits its recipient says, and the tick once he has paid.</source>
        <translation>取件：输入取件人报的尾号四位；要收款的，收到后勾选。</translation>
    </message>
    <message>
        <source>Take the last parcel that was given out back, for ten minutes.</source>
        <translation>撤销刚才的取件，十分钟内有效。</translation>
    </message>
    <message>
        <source>Refused, forwarded, cancelled, lost: note what became of it.</source>
        <translation>拒收、转寄、取消、丢失：记下它的去向。</translation>
    </message>
    <message>
        <source>Put an arrived parcel on another shelf.</source>
        <translation>把到件换到另一个货架。</translation>
    </message>
    <message>
        <source>The label once more; with its code only in the first ten minutes.</source>
        <translation>再打一张面单；只有最初十分钟内带码。</translation>
    </message>
    <message>
        <source>Print the sheet; Ctrl+S saves it, Ctrl+O shows it, Esc leads back.</source>
        <translation>打印这张单；Ctrl+S 保存，Ctrl+O 预览，Esc 返回。</translation>
    </message>
    <message>
        <source>Choose a page of the list; each page saves by itself.</source>
        <translation>在左边列表里选页面；每页各自保存。</translation>
    </message>
    <message>
        <source>Turn to the page before or after, wherever the keys are.</source>
        <translation>翻到上一页或下一页，光标在哪里都行。</translation>
    </message>
    <message>
        <source>Go from field to field; Enter presses.</source>
        <translation>在各栏之间移动；回车即按下。</translation>
    </message>
    <message>
        <source>Drop what is being asked; nothing changes then.</source>
        <translation>放弃正在问的事，什么都不改。</translation>
    </message>
    <message>
        <source>Names, services and shapes of numbers: scan a label of the carrier and “Add its shape”. A shape warns and stops nobody. A table of sort codes is looked through before it is loaded.</source>
        <translation>名称、产品和单号格式：扫一张该公司的面单，再点“加入它的格式”。格式只提醒，不拦截。三段码表先核对，再导入。</translation>
    </message>
    <message>
        <source>Look at this PC&apos;s disk first. Then close the program, start it, choose “Can&apos;t sign in?” and the damaged database: what can be read is saved, the loss is named, and nothing is deleted.</source>
        <translation>先查这台电脑的硬盘。再关掉程序重新打开，点“登录不了？”，选数据库损坏：能读的都救出来，丢了什么会列清楚，什么都不会删。</translation>
    </message>
    <message>
        <source>Looks at every page of the database; nobody can work meanwhile, and Stop ends it. Once a week it runs by itself when the program closes, and “Close without the check” puts it off.</source>
        <translation>逐页检查数据库，期间谁都不能干活，可随时停止。每周关闭程序时会自动检查一次，点“不检查，直接关闭”可推迟。</translation>
    </message>
    <message>
        <source>Damage found</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
</context>
<context>
    <name>HourMap</name>
    <message>
        <source>{day}, {begin}:00 to {end}:00: {count} acts</source>
        <translation>{day} {begin}:00 至 {end}:00：{count} 条操作</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>What happened or may have happened</source>
        <translation>发生或可能发生什么</translation>
    </message>
    <message>
        <source>When it was discovered</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Kinds of personal information</source>
        <translation>涉及的个人信息种类</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>发生原因</translation>
    </message>
    <message>
        <source>Possible harm</source>
        <translation>可能造成的危害</translation>
    </message>
    <message>
        <source>Measures taken</source>
        <translation>已采取的补救措施</translation>
    </message>
    <message>
        <source>What people can do themselves</source>
        <translation>个人可以采取的减轻危害的措施</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Leaked</source>
        <translation>泄露</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>篡改</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
</context>
<context>
    <name>KeysFlow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>KeysOverview</name>
    <message>
        <source>New keys</source>
        <translation>换新钥匙</translation>
    </message>
    <message>
        <source>Another hand changed the key file: your recovery sheet opens nothing any more, not this outlet and no backup made from now on. Make new keys today; backups made before still open with the old sheet.</source>
        <translation>有人改了密钥文件：恢复单已什么都打不开，包括本网点和今后做的备份。请今天就换新钥匙；以前的备份仍可用旧恢复单打开。</translation>
    </message>
    <message>
        <source>The recovery sheet is lost, or somebody has seen the sheet, your card or your password: make a new card and a new sheet; the former ones then open nothing here.</source>
        <translation>恢复单丢了，或者有人看过恢复单、店主卡或密码：做一张新卡和一份新恢复单，旧的在这里就什么都打不开了。</translation>
    </message>
    <message>
        <source>Make new keys…</source>
        <translation>换新钥匙…</translation>
    </message>
    <message>
        <source>Key of the database</source>
        <translation>数据库密钥</translation>
    </message>
    <message>
        <source>Somebody may have copied files of this PC, or knew a password: give the database a new key. Everybody goes on with the same password.</source>
        <translation>可能有人拷走过这台电脑的文件，或者知道过谁的密码：给数据库换一把新密钥。大家的密码都不变。</translation>
    </message>
    <message>
        <source>Renew the key…</source>
        <translation>换密钥…</translation>
    </message>
    <message>
        <source>It is the first one since the outlet was founded.</source>
        <translation>还是建网点时的第一把。</translation>
    </message>
    <message>
        <source>In force since {time}.</source>
        <translation>从 {time} 起使用。</translation>
    </message>
    <message>
        <source>Waybills are being locked to the new keys</source>
        <translation>正在给运单换新锁</translation>
    </message>
    <message>
        <source>{done} of {whole} so far. It goes on by itself while the counter works.</source>
        <translation>已换 {done} / {whole}，会在柜台工作时自动继续。</translation>
    </message>
    <message>
        <source>{done} of {whole} since the program started. It rests until you use your card the next time.</source>
        <translation>本次启动后已换 {done} / {whole}，现在暂停，等您下次刷店主卡时继续。</translation>
    </message>
    <message>
        <source>Go on now…</source>
        <translation>现在继续…</translation>
    </message>
    <message>
        <source>Your key does not open these waybills: {numbers}. They were changed by another hand, or sealed to another key. Look in the review who accepted them.</source>
        <translation>您的钥匙打不开这些运单：{numbers}。它们被人动过，或者锁给了别的钥匙。请到“操作”里看是谁收寄的。</translation>
    </message>
    <message>
        <source>Owner cards</source>
        <translation>店主卡</translation>
    </message>
    <message>
        <source>A torn card is replaced here with the old one in hand. A card that was lost or seen needs new keys.</source>
        <translation>卡坏了，拿着旧卡在这里换。卡丢了或被人看过，要换新钥匙。</translation>
    </message>
    <message>
        <source>New card…</source>
        <translation>换新卡…</translation>
    </message>
    <message>
        <source>New card for {name}</source>
        <translation>给 {name} 换新卡</translation>
    </message>
    <message>
        <source>has a card</source>
        <translation>有卡</translation>
    </message>
    <message>
        <source>has no card yet</source>
        <translation>还没有卡</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>What opens everything: your card with your password, and the recovery sheet that lies elsewhere.</source>
        <translation>能打开一切的东西：您的店主卡加密码，还有放在别处的恢复单。</translation>
    </message>
    <message>
        <source>The new card and sheet are in force. Make a backup now and destroy the old papers.</source>
        <translation>新卡和新恢复单已启用。请马上做一次备份，并销毁旧卡和旧恢复单。</translation>
    </message>
    <message>
        <source>The new card is in force. Destroy the old one.</source>
        <translation>新卡已启用，请销毁旧卡。</translation>
    </message>
    <message>
        <source>The card is in force.</source>
        <translation>这张卡已启用。</translation>
    </message>
    <message>
        <source>The database has a new key.</source>
        <translation>数据库已换新密钥。</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>正在继续。</translation>
    </message>
</context>
<context>
    <name>KnownPasswordPage</name>
    <message>
        <source>Making a new card…</source>
        <translation>正在制作新卡…</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>The one you sign in with. The lost card opens nothing any more once the new one is proven.</source>
        <translation>平时登录用的密码。新卡核对无误后，丢的那张就作废。</translation>
    </message>
</context>
<context>
    <name>LabelPreview</name>
    <message>
        <source>Label as it will print</source>
        <translation>面单预览</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>A few questions, and the counter is open. Labels are always in Chinese.</source>
        <translation>回答几个问题，柜台就可以开张了。面单始终是中文的。</translation>
    </message>
    <message>
        <source>I have a backup: restore the outlet…</source>
        <translation>我有备份：恢复网点…</translation>
    </message>
    <message>
        <source>A database of an outlet lies on this PC, but its key file is missing. If it is yours, close this window and put the key file back, or restore a backup. What lies here is set aside, not deleted.</source>
        <translation>这台电脑上有网点的数据库，但密钥文件不见了。如果是您的，请关闭此窗口并放回密钥文件，或从备份恢复。这里的数据只会移到一边，不会删除。</translation>
    </message>
</context>
<context>
    <name>LastNumbersPage</name>
    <message>
        <source>Which was the last waybill number?</source>
        <translation>最后用到哪个运单号？</translation>
    </message>
    <message>
        <source>Numbers used since the backup must not be given out twice. Look at the last labels and type the highest number of each carrier, or scan it. Ranges entered after the backup are entered again later, from their first unused number on.</source>
        <translation>备份之后用过的号不能再发第二次。请看最近的面单，填每家快递用到的最大号，或直接扫描。备份之后录入的号段，以后从第一个没用过的号起重新录入。</translation>
    </message>
    <message>
        <source>Not known: {count} numbers from {number} on are left alone</source>
        <translation>不清楚：从 {number} 起空出 {count} 个号不用</translation>
    </message>
    <message>
        <source>The backup knows of no free numbers, so there is nothing to ask.</source>
        <translation>备份里没有未用的号，不用填。</translation>
    </message>
</context>
<context>
    <name>LatestLabels</name>
    <message>
        <source>Last labels</source>
        <translation>最近面单</translation>
    </message>
    <message>
        <source>with code until</source>
        <translation>有码，至</translation>
    </message>
    <message>
        <source>What you accept stands here, to be printed again when a label tears.</source>
        <translation>收寄后的面单列在这里，撕坏了可以重新打印。</translation>
    </message>
</context>
<context>
    <name>LatestRow</name>
    <message>
        <source>Prints again without its code: the ten minutes are over</source>
        <translation>十分钟已过，重新打印无码面单</translation>
    </message>
    <message>
        <source>Prints again with its code until then</source>
        <translation>在此之前可重新打印有码面单</translation>
    </message>
    <message>
        <source>Print {number} again</source>
        <translation>重新打印 {number}</translation>
    </message>
    <message>
        <source>Put {number} right</source>
        <translation>改单 {number}</translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message numerus="yes">
        <source>Who opens all details to put them right spends %n reveal(s) at once.</source>
        <translation>
            <numerusform>为更正而打开全部信息，一次算 %n 次查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Change the limits</source>
        <translation>修改限额</translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>尚未生效</translation>
    </message>
    <message>
        <source>default {default}</source>
        <translation>默认 {default}</translation>
    </message>
    <message>
        <source>From {least} to {most}</source>
        <translation>{least} 到 {most}</translation>
    </message>
</context>
<context>
    <name>LimitPeople</name>
    <message>
        <source>People today</source>
        <translation>今天的人员</translation>
    </message>
</context>
<context>
    <name>LimitedRow</name>
    <message>
        <source>Let look up again</source>
        <translation>恢复查找</translation>
    </message>
    <message>
        <source>Lift for today</source>
        <translation>今天放开</translation>
    </message>
    <message>
        <source>Let {name} look up again</source>
        <translation>恢复{name}的查找</translation>
    </message>
    <message>
        <source>Lift the limits of {name} for today</source>
        <translation>今天放开{name}的限额</translation>
    </message>
    <message>
        <source>Look-ups and reveals suspended since {time}: too many look-ups found nothing</source>
        <translation>{time} 起停用查找和查看：查不到的次数太多</translation>
    </message>
    <message>
        <source>No limit holds until 04:00</source>
        <translation>到凌晨 4 点前不限次数</translation>
    </message>
    <message>
        <source>The limits hold</source>
        <translation>按限额执行</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>How often people may look customers up and reveal something. Accepting, printing and handing over never stop. Everything here is recorded.</source>
        <translation>每人可以查找客户、查看信息的次数。收寄、打印、交接从不受限。这里的操作都有记录。</translation>
    </message>
    <message>
        <source>No limit holds for {name} until 04:00</source>
        <translation>到凌晨 4 点前，{name}不限次数</translation>
    </message>
    <message>
        <source>{name} can look up and reveal again</source>
        <translation>{name}可以重新查找和查看了</translation>
    </message>
    <message>
        <source>The new limits are in force</source>
        <translation>新限额已生效</translation>
    </message>
    <message>
        <source>Change the limits</source>
        <translation>修改限额</translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>确认修改</translation>
    </message>
    <message>
        <source>Lift the limits of {name} for today</source>
        <translation>今天放开{name}的限额</translation>
    </message>
    <message>
        <source>Until 04:00 no limit refuses this person anything. It stands in the record.</source>
        <translation>到凌晨 4 点前，此人不受次数限制。此操作会写入操作记录。</translation>
    </message>
    <message>
        <source>Lift for today</source>
        <translation>今天放开</translation>
    </message>
    <message>
        <source>Let {name} look up again</source>
        <translation>恢复{name}的查找</translation>
    </message>
    <message>
        <source>Look in the record first what was looked for. Look-ups that find nothing count anew.</source>
        <translation>请先到操作记录里看看此人查过什么。查不到的次数会重新计算。</translation>
    </message>
    <message>
        <source>Let look up again</source>
        <translation>恢复查找</translation>
    </message>
    <message>
        <source>{limit}: {old} → {new}</source>
        <translation>{limit}：{old} → {new}</translation>
    </message>
</context>
<context>
    <name>ListClosing</name>
    <message>
        <source>Choose a printer under Accept first.</source>
        <translation>请先在“收寄”里选打印机。</translation>
    </message>
    <message>
        <source>Sealed file {name} written. Not in it: {numbers}, accepted before the carrier&apos;s key.</source>
        <translation>密封文件 {name} 已写好。其中没有 {numbers}：收寄时还没有该快递公司的公钥。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Sealed file {name} written for the carrier: {count}</source>
        <translation>给快递公司的密封文件 {name} 已写好：{count} 件</translation>
    </message>
    <message>
        <source>A closed list&apos;s sealed file for its carrier is still to be written. {why}</source>
        <translation>有已交接的单子，给快递公司的密封文件还没写成。{why}</translation>
    </message>
    <message>
        <source>List {number} printed</source>
        <translation>第 {number} 号交接单已打印</translation>
    </message>
    <message>
        <source>List {number} is closed; its paper can be printed again below. {why}</source>
        <translation>第 {number} 号交接单已交接；纸单可在下方重打。{why}</translation>
    </message>
    <message>
        <source>List {number} is closed; its paper waits at the printer: {why}.</source>
        <translation>第 {number} 号交接单已交接；纸单在打印机那里等着：{why}。</translation>
    </message>
</context>
<context>
    <name>ListRows</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>code scanned</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>bars scanned</source>
        <translation>扫条码</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手输</translation>
    </message>
    <message>
        <source>{way}, goes back</source>
        <translation>{way}，退回</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Copying the backup to this PC…</source>
        <translation>正在把备份复制到这台电脑…</translation>
    </message>
    <message>
        <source>Checking every act and signature…</source>
        <translation>正在检查每条操作和签名…</translation>
    </message>
    <message>
        <source>Opening every waybill…</source>
        <translation>正在试开每张运单…</translation>
    </message>
    <message>
        <source>Writing everything under a new key…</source>
        <translation>正在用新密钥写入…</translation>
    </message>
    <message>
        <source>Checking what was written…</source>
        <translation>正在检查写入的内容…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>For everybody at this PC, at once and without losing what is typed. Labels are always in Chinese.</source>
        <translation>对这台电脑上的每个人立即生效，已输入的内容不会丢。面单始终是中文。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Kept for this PC</source>
        <translation>已为这台电脑保存</translation>
    </message>
    <message>
        <source>The last one turns dark when the other windows of this PC do.</source>
        <translation>选最后一项时，本机其他窗口变深色，这里也变。</translation>
    </message>
</context>
<context>
    <name>LookSwitch</name>
    <message>
        <source>Light look</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation>深色外观</translation>
    </message>
</context>
<context>
    <name>LossPage</name>
    <message>
        <source>Putting it in force and signing you in…</source>
        <translation>正在启用并为您登录…</translation>
    </message>
    <message>
        <source>Go on with what was saved</source>
        <translation>用救出来的继续</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>丢了什么</translation>
    </message>
    <message>
        <source>If you have a newer backup than this, go back and restore it. When you go on, this loss is written into the record under your signature.</source>
        <translation>如果有更完整的备份，请返回，从备份恢复。继续的话，这些损失会以您的签名写入操作记录。</translation>
    </message>
    <message>
        <source>The codes on some labels open nothing any more; you still open those waybills.</source>
        <translation>有些面单的码不再能打开运单；店主仍能打开这些运单。</translation>
    </message>
    <message numerus="yes">
        <source>%n waybill(s) lost the acts that prove them; they are kept as found.</source>
        <translation>
            <numerusform>有 %n 张运单丢了凭据，按找到时的样子保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not whole: {tables}.</source>
        <translation>不完整：{tables}。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有丢失。</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are not given out any more, in case a label bears one already.</source>
        <translation>
            <numerusform>有 %n 个运单号不再发放，因为可能已有面单用过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every act from {first} on.</source>
        <translation>从第 {first} 条起的所有操作。</translation>
    </message>
    <message>
        <source>Acts {first} to {last} of the record.</source>
        <translation>操作记录第 {first} 至 {last} 条。</translation>
    </message>
    <message>
        <source>{numbers} and {count} more</source>
        <translation>{numbers} 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>Waybills, nobody knows how many; known numbers: {numbers}.</source>
        <translation>运单，数量不明；知道的运单号：{numbers}。</translation>
    </message>
    <message numerus="yes">
        <source>%n waybill(s) with their details: {numbers}.</source>
        <translation>
            <numerusform>%n 张运单连同密封信息：{numbers}。</numerusform>
        </translation>
    </message>
    <message>
        <source>the numbers are lost too</source>
        <translation>运单号也丢了</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>number ranges</source>
        <translation>号段</translation>
    </message>
    <message>
        <source>numbers set aside</source>
        <translation>留出的运单号</translation>
    </message>
    <message>
        <source>uncertain numbers</source>
        <translation>不确定的运单号</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Locking hides everything. You find it as it was; when somebody else signs in, it is gone.</source>
        <translation>锁定后屏幕上什么也不留。您回来时一切照旧；换别人登录，这些内容就清除了。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <translation>本页帮助（F1）</translation>
    </message>
    <message>
        <source>What stands in the accept form is lost when you sign out.</source>
        <translation>登出后，收寄表单里已填的内容会丢失。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>The date is confirmed.</source>
        <translation>日期已确认。</translation>
    </message>
    <message>
        <source>That code is not asked for here.</source>
        <translation>这里现在不需要这个码。</translation>
    </message>
    <message>
        <source>The gap is acknowledged; the record is checked once more.</source>
        <translation>缺口已确认知悉；正在重新核对记录。</translation>
    </message>
    <message>
        <source>A page of the database cannot be read. Everything else goes on and what you typed stays; tell the owner to close the program and choose “Can&apos;t sign in?”.</source>
        <translation>数据库有一页读不出来。其他照常，您填的内容都在；请告诉店主关闭程序，再点“登录不了？”。</translation>
    </message>
</context>
<context>
    <name>MaskedCard</name>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>Details erased: their term was over</source>
        <translation>个人信息已到期删除</translation>
    </message>
    <message>
        <source>Names and phones were emptied: the parcel left long ago</source>
        <translation>姓名和电话已清空：包裹早已离店</translation>
    </message>
    <message>
        <source>Remark: {remark}</source>
        <translation>备注：{remark}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>NewLabel</name>
    <message>
        <source>Choose a printer first.</source>
        <translation>请先选择打印机。</translation>
    </message>
    <message>
        <source>The owner card is still missing.</source>
        <translation>还没有扫店主卡。</translation>
    </message>
    <message>
        <source>New label for {number}</source>
        <translation>{number} 重制有码面单</translation>
    </message>
    <message>
        <source>Once the new label is printed, put it on and tear up the one in your hand: that opens nothing any more.</source>
        <translation>新面单打印后请贴上，并撕掉手上这张：旧面单不能再打开信息。</translation>
    </message>
    <message>
        <source>Where the old label is lost, your password and card make a new one. Whoever finds the old one opens nothing with it.</source>
        <translation>旧面单丢失时，用您的密码和店主卡重制。捡到旧面单的人打不开任何信息。</translation>
    </message>
    <message>
        <source>Scan the old label first. Where it is lost, the owner makes the new one.</source>
        <translation>请先扫旧面单。旧面单丢失时由店主重制。</translation>
    </message>
    <message>
        <source>Print the new label   Enter</source>
        <translation>打印新面单   Enter</translation>
    </message>
    <message>
        <source>Print the new label</source>
        <translation>打印新面单</translation>
    </message>
    <message>
        <source>Leave it   Esc</source>
        <translation>不做了   Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不做了</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>两次输入的密码不一样，请重输第二个。</translation>
    </message>
    <message>
        <source>Making new keys and a new card…</source>
        <translation>正在生成新密钥和新卡…</translation>
    </message>
    <message>
        <source>A new password for the owner</source>
        <translation>给店主设新密码</translation>
    </message>
    <message>
        <source>The former password and the former card open nothing any more. The recovery sheet stays as it is.</source>
        <translation>旧密码和旧卡从此作废，恢复单照旧有效。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>At least ten characters. A sentence is best; no name, no phone number.</source>
        <translation>至少十个字符，最好是一句话；不要含姓名、电话。</translation>
    </message>
    <message>
        <source>✓ This password will do.</source>
        <translation>✓ 这个密码可以用。</translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>Look first in the review (F9): canaries {count} ×.</source>
        <translation>请先看操作检查（F9）：诱饵件被动过 {count} 次。</translation>
    </message>
    <message>
        <source>Canaries to renew (F11): {count}.</source>
        <translation>要更换的诱饵件（F11）：{count} 件。</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
</context>
<context>
    <name>NumberRows</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>Enter this range</source>
        <translation>录入这个号段</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Which waybill numbers did your carriers give you?</source>
        <translation>快递公司给了您哪些运单号？</translation>
    </message>
    <message>
        <source>New waybills take their numbers from these ranges. Type or scan the first and the last number. Without a range you type or scan each parcel&apos;s number when you accept it.</source>
        <translation>新运单从这些号段里取号。请输入或扫描第一个和最后一个号码。没有号段时，收件时逐件输入或扫描运单号。</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>第一个号码</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>最后一个号码</translation>
    </message>
    <message>
        <source>Entering the range…</source>
        <translation>正在录入号段…</translation>
    </message>
    <message numerus="yes">
        <source>✓ {carrier}: %n number(s) ready</source>
        <translation>
            <numerusform>✓ {carrier}：可用 %n 个号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnceShown</name>
    <message>
        <source>Owner card of {name}</source>
        <translation>{name}的店主卡</translation>
    </message>
    <message>
        <source>Printing the card…</source>
        <translation>正在打印店主卡…</translation>
    </message>
    <message>
        <source>Printed. Look whether everything on it can be read.</source>
        <translation>已打印。请检查上面的内容是否都看得清。</translation>
    </message>
    <message>
        <source>Copy it by hand onto a card, without the spaces, and compare it sign by sign, or print it. It is shown this once. The card stays with its owner and never at the counter.</source>
        <translation>请不带空格抄到卡片上并逐字核对，或直接打印。只显示这一次。卡片由店主随身保管，不要留在柜台。</translation>
    </message>
    <message>
        <source>Code for {name}</source>
        <translation>{name}的邀请码</translation>
    </message>
    <message>
        <source>Tell it to nobody else. It works once, within 24 hours, on this PC: {name} chooses the own tile at sign-in and types it there. It is shown this once; if it is lost, make a new one.</source>
        <translation>不要告诉别人。24 小时内在这台电脑上可用一次：{name}在登录页点自己的名字，输入它。只显示这一次，丢了就重新生成。</translation>
    </message>
    <message>
        <source>Done, take it off the screen</source>
        <translation>好了，收起</translation>
    </message>
</context>
<context>
    <name>OpenListCard</name>
    <message>
        <source>Type a number   Insert</source>
        <translation>手输单号   Insert</translation>
    </message>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Parcels on the list</source>
        <translation>单上的包裹</translation>
    </message>
    <message>
        <source>Take off   Del</source>
        <translation>移出   Del</translation>
    </message>
    <message>
        <source>Undo the last   Ctrl+Z</source>
        <translation>撤销上一件   Ctrl+Z</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Older rows (Ctrl+PgDn)</source>
        <translation>较早的行（Ctrl+PgDn）</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Newer rows (Ctrl+PgUp)</source>
        <translation>较新的行（Ctrl+PgUp）</translation>
    </message>
    <message>
        <source>Scan the labels of the parcels that go onto the truck; each stands here at once.</source>
        <translation>扫描要上车的包裹面单，扫一件列一件。</translation>
    </message>
    <message>
        <source>{carrier}: no list is open</source>
        <translation>{carrier}：没有未交接的交接单</translation>
    </message>
    <message>
        <source>{carrier}, list No. {number}, opened at {time}</source>
        <translation>{carrier}，交接单第 {number} 号，{time} 起</translation>
    </message>
</context>
<context>
    <name>OutcomeForm</name>
    <message>
        <source>What became of {number}</source>
        <translation>{number} 的去向</translation>
    </message>
    <message>
        <source>Note it   Enter</source>
        <translation>记录   Enter</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Leave it as it was   Esc</source>
        <translation>不改   Esc</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Goes back to its carrier: {reason}</source>
        <translation>退回快递：{reason}</translation>
    </message>
    <message>
        <source>It was sent on to another place and leaves the shop. This stays so.</source>
        <translation>已转寄到别处，离开本店；记录后不能撤销。</translation>
    </message>
    <message>
        <source>It cannot be found and is given up. This stays so.</source>
        <translation>找不到了，按丢失处理；记录后不能撤销。</translation>
    </message>
    <message>
        <source>It stays on its shelf until it is scanned onto its carrier&apos;s hand-over list.</source>
        <translation>先留在货架上，扫到该快递的交接单上才退回。</translation>
    </message>
</context>
<context>
    <name>OutletPage</name>
    <message>
        <source>Give it a name of at most 40 Chinese characters, without line breaks.</source>
        <translation>请起个名字，最多 40 个汉字，不能换行。</translation>
    </message>
    <message>
        <source>What is your outlet called?</source>
        <translation>您的网点叫什么名字？</translation>
    </message>
    <message>
        <source>As your customers know it. The name stands on labels and above this window.</source>
        <translation>写客户熟悉的名字。它会印在面单上，也显示在窗口上方。</translation>
    </message>
    <message>
        <source>Name of the outlet</source>
        <translation>网点名称</translation>
    </message>
    <message>
        <source>Such as 余杭文一西路网点</source>
        <translation>例如：余杭文一西路网点</translation>
    </message>
</context>
<context>
    <name>OutletView</name>
    <message>
        <source>This page has no use for that code.</source>
        <translation>这个页面用不到这个码。</translation>
    </message>
    <message>
        <source>Pages of the outlet</source>
        <translation>网点的各个页面</translation>
    </message>
</context>
<context>
    <name>OutletWindow</name>
    <message>
        <source>Outlet App</source>
        <translation>Outlet App</translation>
    </message>
</context>
<context>
    <name>OverdueCard</name>
    <message>
        <source>Not collected</source>
        <translation>逾期未取</translation>
    </message>
    <message>
        <source>Everything that waits came today.</source>
        <translation>待取的都是今天到的。</translation>
    </message>
    <message>
        <source>{count} parcels {words}: show them</source>
        <translation>{words} {count} 件，打开列表</translation>
    </message>
    <message>
        <source>refused, to go back</source>
        <translation>拒收待退</translation>
    </message>
    <message>
        <source>since {days} days</source>
        <translation>{days} 天及以上</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>1 天及以上</translation>
    </message>
</context>
<context>
    <name>OwnCardPage</name>
    <message>
        <source>Password and card are both needed.</source>
        <translation>密码和店主卡都要。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>That is not the owner card. Its code begins with OK1.</source>
        <translation>这不是店主卡，店主卡的码以 OK1. 开头。</translation>
    </message>
    <message>
        <source>The backup is older than your present keys. The sheet of that time opens it.</source>
        <translation>这个备份比您现在的密钥旧，要用当时的恢复单打开。</translation>
    </message>
    <message>
        <source>Your password and card</source>
        <translation>您的密码和店主卡</translation>
    </message>
    <message>
        <source>Those that hold on this PC now.</source>
        <translation>这台电脑上现在有效的。</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是哪位？</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The owner card is still missing.</source>
        <translation>还缺店主卡。</translation>
    </message>
</context>
<context>
    <name>OwnerPage</name>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>两次输入的密码不一样。请重新输入第二次。</translation>
    </message>
    <message>
        <source>Making the keys of your outlet…</source>
        <translation>正在生成网点的密钥…</translation>
    </message>
    <message>
        <source>Who is the owner?</source>
        <translation>谁是店主？</translation>
    </message>
    <message>
        <source>You sign in with this password every day. Nobody can look it up, not even this program.</source>
        <translation>您每天用这个密码登录。谁也查不到它，程序也不行。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>再输入一次密码</translation>
    </message>
    <message>
        <source>At least ten characters. A sentence is best; no name, no phone number.</source>
        <translation>至少十个字符，最好是一句话；不要用姓名或手机号。</translation>
    </message>
    <message>
        <source>✓ This password will do.</source>
        <translation>✓ 这个密码可以用。</translation>
    </message>
</context>
<context>
    <name>OwnerProof</name>
    <message>
        <source>Your own password</source>
        <translation>您自己的密码</translation>
    </message>
    <message>
        <source>Owner card</source>
        <translation>店主卡</translation>
    </message>
    <message>
        <source>Text of the owner card</source>
        <translation>店主卡上的文字</translation>
    </message>
    <message>
        <source>Type it</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>Card read</source>
        <translation>已读卡</translation>
    </message>
    <message>
        <source>Scan your owner card now</source>
        <translation>请现在扫描您的店主卡</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Accept</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>到件</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Day&apos;s end</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>我的账号</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Printers and paper</source>
        <translation>打印机与纸张</translation>
    </message>
    <message>
        <source>A label&apos;s code opens the parcel&apos;s details. Only printers on your signed list get it, by name, connection, driver and resolution; every other printer gets the label without code.</source>
        <translation>面单上的码能打开包裹的详细信息。只有您签名批准的打印机才打印带码面单，按名称、连接、驱动和分辨率核对；其他打印机只打无码面单。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>This PC&apos;s print system keeps what was printed. Let somebody who knows it set PreserveJobFiles to No.</source>
        <translation>本机的打印系统会保留打印过的文件。请让懂的人把 PreserveJobFiles 设为 No。</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>No printer was found. Connect one and look again; until then labels can be kept as PDF files.</source>
        <translation>没有找到打印机。接好后重新查找；在那之前面单可以存成 PDF 文件。</translation>
    </message>
    <message>
        <source>The paper of {printer} is saved</source>
        <translation>{printer} 的纸张设置已保存</translation>
    </message>
    <message>
        <source>Approve {printer}</source>
        <translation>批准 {printer}</translation>
    </message>
    <message>
        <source>From then on its labels carry the code. It is pinned as it is: {facts}.</source>
        <translation>批准后它打印的面单带码。按现在的样子核对：{facts}。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Withdraw {printer}</source>
        <translation>撤销 {printer}</translation>
    </message>
    <message>
        <source>From then on it gets labels without code. {facts}.</source>
        <translation>撤销后它只打无码面单。{facts}。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{printer} is approved</source>
        <translation>{printer} 已批准</translation>
    </message>
    <message>
        <source>{printer} is withdrawn</source>
        <translation>{printer} 已撤销</translation>
    </message>
</context>
<context>
    <name>ParcelFields</name>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Cash on delivery</source>
        <translation>代收货款</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>声明价值</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内件</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Sort code</source>
        <translation>三段码</translation>
    </message>
    <message>
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message numerus="yes">
        <source>Number · %n left</source>
        <translation>
            <numerusform>运单号 · 余 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ Number · only %n left</source>
        <translation>
            <numerusform>⚠ 运单号 · 仅余 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Few numbers of this carrier are left: tell the owner.</source>
        <translation>该公司单号所剩不多，请告诉店主。</translation>
    </message>
    <message>
        <source>Weight, kg</source>
        <translation>重量（公斤）</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Range used up: type one</source>
        <translation>号段已用完，请输入</translation>
    </message>
</context>
<context>
    <name>ParcelWording</name>
    <message>
        <source>Waiting</source>
        <translation>待取</translation>
    </message>
    <message>
        <source>Refused, goes back</source>
        <translation>拒收待退</translation>
    </message>
    <message>
        <source>On a hand-over list</source>
        <translation>已上交接单</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已取走</translation>
    </message>
    <message>
        <source>Given back to its carrier</source>
        <translation>已退回快递</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>已转寄</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Arrival undone</source>
        <translation>已撤销到件</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>收件人不要</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>拒付货款</translation>
    </message>
    <message>
        <source>never collected</source>
        <translation>一直没来取</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>今天到</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>tail: ask for it</source>
        <translation>尾号请取件人报</translation>
    </message>
    <message>
        <source>no tail</source>
        <translation>无尾号</translation>
    </message>
    <message>
        <source>tail {tail}</source>
        <translation>尾号 {tail}</translation>
    </message>
    <message>
        <source>cash on delivery ¥{amount}</source>
        <translation>代收货款 ¥{amount}</translation>
    </message>
    <message>
        <source>freight to collect ¥{amount}</source>
        <translation>到付运费 ¥{amount}</translation>
    </message>
</context>
<context>
    <name>PartyCard</name>
    <message>
        <source>Sender</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Change  Shift+F2</source>
        <translation>更改  Shift+F2</translation>
    </message>
    <message>
        <source>Change the sender</source>
        <translation>更改寄件人</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>对调</translation>
    </message>
    <message>
        <source>Swap sender and recipient (Ctrl+Shift+S)</source>
        <translation>对调寄件人和收件人（Ctrl+Shift+S）</translation>
    </message>
    <message>
        <source>Swap sender and recipient</source>
        <translation>对调寄件人和收件人</translation>
    </message>
</context>
<context>
    <name>PartyFields</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Street, house, unit and room</source>
        <translation>详细地址（街道、楼栋、单元、房号）</translation>
    </message>
</context>
<context>
    <name>PasswordChange</name>
    <message>
        <source>Change your password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Your password now</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>The new password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The new password again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>两次输入的密码不一样，请重输第二个。</translation>
    </message>
    <message>
        <source>The owner card is still missing.</source>
        <translation>还缺店主卡。</translation>
    </message>
    <message>
        <source>At least ten characters. A sentence is best; no name, no phone number.</source>
        <translation>至少十个字符，最好是一句话；不要含姓名、电话。</translation>
    </message>
    <message>
        <source>✓ This password will do.</source>
        <translation>✓ 这个密码可以用。</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已打开</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>PasteDoubts</name>
    <message>
        <source>Not in the pasted text.</source>
        <translation>粘贴的内容里没有。</translation>
    </message>
    <message>
        <source>Can be read in several ways.</source>
        <translation>有几种读法。</translation>
    </message>
    <message>
        <source>An old name; this is today&apos;s.</source>
        <translation>旧地名，已换成现名。</translation>
    </message>
    <message>
        <source>The parts do not belong together.</source>
        <translation>省市区县对不上。</translation>
    </message>
    <message>
        <source>Not said, concluded from the rest.</source>
        <translation>原文没写，由其他内容推出。</translation>
    </message>
    <message>
        <source>Not certain. Compare.</source>
        <translation>不确定，请核对。</translation>
    </message>
    <message>
        <source>The text has another one.</source>
        <translation>原文里还有一个。</translation>
    </message>
    <message>
        <source>Parts are hidden by stars.</source>
        <translation>有些内容被星号隐藏。</translation>
    </message>
    <message>
        <source>Digits that are no phone number.</source>
        <translation>这串数字不是电话。</translation>
    </message>
    <message>
        <source>An identity number was left out.</source>
        <translation>身份证号已略去。</translation>
    </message>
</context>
<context>
    <name>PasteTarget</name>
    <message>
        <source>Sender</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>The next paste fills the sender</source>
        <translation>下一次粘贴填入寄件人</translation>
    </message>
    <message>
        <source>The next paste fills the recipient</source>
        <translation>下一次粘贴填入收件人</translation>
    </message>
    <message>
        <source>Which party the next paste fills (Ctrl+T switches)</source>
        <translation>下一次粘贴填入哪一方（Ctrl+T 切换）</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>{count}, usually {usual}</source>
        <translation>{count}，平常 {usual}</translation>
    </message>
    <message>
        <source>{count}; everybody&apos;s usual is {usual}: {person} was here on few days so far</source>
        <translation>{count}；{person}来的天数还少，括号里是全店平常的 {usual}</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>{role}, you</source>
        <translation>{role}（您）</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新邀请码</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>Dismiss {name}</source>
        <translation>让{name}离职</translation>
    </message>
    <message>
        <source>Let try again</source>
        <translation>允许再试</translation>
    </message>
    <message>
        <source>Let {name} try again</source>
        <translation>允许{name}再试</translation>
    </message>
    <message>
        <source>Works here; since the restore a new code is needed</source>
        <translation>在职；恢复后需要新代码</translation>
    </message>
    <message>
        <source>Has left; signs in no more</source>
        <translation>已离职，不能再登录</translation>
    </message>
    <message>
        <source>Too many failed tries; waits until {time}</source>
        <translation>错误次数太多，等到 {time}</translation>
    </message>
    <message>
        <source>Invited; the code has run out, make a new one</source>
        <translation>已邀请；邀请码已过期，请重新生成</translation>
    </message>
    <message>
        <source>Invited; the code holds until {time}</source>
        <translation>已邀请；邀请码在 {time} 前有效</translation>
    </message>
    <message>
        <source>Works here; duties accepted on {day}</source>
        <translation>在职；{day} 接受了职责</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>{day} to {last}</source>
        <translation>{day} 至 {last}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>You have one: after a lock, or when you take turns, six digits are enough.</source>
        <translation>已设置：锁定后或换人时，输入六位数字即可。</translation>
    </message>
    <message>
        <source>You have none: each time you come back you type your password.</source>
        <translation>未设置：每次回来都要输入密码。</translation>
    </message>
    <message>
        <source>Choose another PIN</source>
        <translation>换一个 PIN</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>设一个 PIN</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>取消 PIN</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your password, to remove it</source>
        <translation>取消前请输入密码</translation>
    </message>
</context>
<context>
    <name>PinOffer</name>
    <message>
        <source>A PIN for today and every day</source>
        <translation>设一个 PIN，以后更快</translation>
    </message>
    <message>
        <source>With six digits you are back at the counter in a moment, after a lock or when you take turns. Your password is asked for once a day.</source>
        <translation>锁定之后或换班时，输入六位数字就能马上回到柜台。密码每天只需输入一次。</translation>
    </message>
    <message>
        <source>Your password once more, so that nobody else sets a PIN for you.</source>
        <translation>请再输入一次密码，以免别人替您设 PIN。</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设定 PIN</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Do not offer it again</source>
        <translation>以后不再提示</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>The two were not the same. Choose again.</source>
        <translation>两次输入不一样，请重新设。</translation>
    </message>
    <message>
        <source>The same six digits once more</source>
        <translation>再输入一次这六位数字</translation>
    </message>
    <message>
        <source>Choose six digits</source>
        <translation>请设六位数字</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>删去最后一位</translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>Hours and terms</source>
        <translation>营业时间和期限</translation>
    </message>
    <message>
        <source>The owner&apos;s rules. Each change stands in the record and is told to everybody at the next sign-in.</source>
        <translation>店主定的规则。每次修改都记入操作记录，其他人下次登录时会看到。</translation>
    </message>
    <message>
        <source>The new rules are in force</source>
        <translation>新规则已生效</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>确认修改</translation>
    </message>
</context>
<context>
    <name>PolicyWording</name>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>{rule}: {old} → {new}</source>
        <translation>{rule}：{old} → {new}</translation>
    </message>
    <message>
        <source>the printers that get labels with code</source>
        <translation>可以打带码面单的打印机</translation>
    </message>
    <message>
        <source>{owner} changed: {changes}</source>
        <translation>{owner}改了：{changes}</translation>
    </message>
    <message>
        <source>and more: {count}</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>Making the demo outlet: a month of made-up parcels…</source>
        <translation>正在准备演示网点：生成一个月的虚构包裹……</translation>
    </message>
    <message>
        <source>Outlet App</source>
        <translation>Outlet App</translation>
    </message>
</context>
<context>
    <name>PrintNews</name>
    <message>
        <source>Label of {number} printed. Write {characters} onto it by hand, where the box stands.</source>
        <translation>{number} 的面单已打印。请在方框处手写 {characters}。</translation>
    </message>
    <message>
        <source>Label of {number} printed</source>
        <translation>{number} 的面单已打印</translation>
    </message>
    <message>
        <source>New label of {number} printed. Put it on and tear up the old one: it opens nothing any more.</source>
        <translation>{number} 的新面单已打印。请贴上新面单，撕掉旧的，旧面单已失效。</translation>
    </message>
    <message>
        <source>{number} is accepted and safe; its label waits in the list to be printed again. {why}</source>
        <translation>{number} 已收寄，数据已存好；面单可在列表中重新打印。{why}</translation>
    </message>
    <message>
        <source>{number} is accepted; its label waits at the printer: {why}. It prints when that is mended.</source>
        <translation>{number} 已收寄；面单在打印机处等待：{why}。处理好后会自动打印。</translation>
    </message>
</context>
<context>
    <name>PrintTroubles</name>
    <message>
        <source>it has no paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>paper is jammed</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>its cover is open</source>
        <translation>机盖未合上</translation>
    </message>
    <message>
        <source>its ribbon is used up</source>
        <translation>碳带用完</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>it is paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>it reports a fault</source>
        <translation>报告故障</translation>
    </message>
</context>
<context>
    <name>PrinterCard</name>
    <message>
        <source>labels with code</source>
        <translation>打印带码面单</translation>
    </message>
    <message>
        <source>changed since it was approved</source>
        <translation>批准后有变动</translation>
    </message>
    <message>
        <source>approved, not here now</source>
        <translation>已批准，现在不在</translation>
    </message>
    <message>
        <source>labels without code</source>
        <translation>打印无码面单</translation>
    </message>
    <message>
        <source>makes files</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Approve as it is now…</source>
        <translation>按现在的样子批准…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Approved, and still as it was approved: its labels carry their code.</source>
        <translation>已批准，与批准时一致：打印带码面单。</translation>
    </message>
    <message>
        <source>Approved once, but another {facts} now: it gets labels without code until you approve it again. If you changed nothing yourself, look who did.</source>
        <translation>曾经批准，但{facts}变了：重新批准之前只打无码面单。如果不是您改的，请查清是谁。</translation>
    </message>
    <message>
        <source>Approved, but this PC does not have it now. Connect it, or withdraw it.</source>
        <translation>已批准，但本机现在没有它。请接好，或者撤销。</translation>
    </message>
    <message>
        <source>Not approved: it gets labels without code.</source>
        <translation>未批准：只打无码面单。</translation>
    </message>
    <message>
        <source>Makes files, which can be copied: it gets labels without code and cannot be approved.</source>
        <translation>会生成可复制的文件：只打无码面单，不能批准。</translation>
    </message>
</context>
<context>
    <name>PrinterChoice</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Printer of shelf labels</source>
        <translation>取件码标签打印机</translation>
    </message>
    <message>
        <source>Where labels go</source>
        <translation>面单打印到</translation>
    </message>
    <message>
        <source>Where shelf labels go</source>
        <translation>取件码标签打印到哪里</translation>
    </message>
    <message>
        <source>PDF files in {folder}</source>
        <translation>PDF 文件（{folder}）</translation>
    </message>
    <message>
        <source>PDF files in a folder…</source>
        <translation>存为 PDF 文件…</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>没有打印机</translation>
    </message>
    <message>
        <source>Folder for labels as PDF files, without code</source>
        <translation>存放无码面单 PDF 的文件夹</translation>
    </message>
    <message>
        <source>with code</source>
        <translation>有码</translation>
    </message>
    <message>
        <source>without code</source>
        <translation>无码</translation>
    </message>
    <message>
        <source>The owner approved this printer: its labels carry the code that opens the parcel&apos;s details.</source>
        <translation>店主已批准此打印机，面单带码，凭码可查看该件信息。</translation>
    </message>
    <message>
        <source>The owner has not approved this printer: its labels carry the number only.</source>
        <translation>店主未批准此打印机，面单只有运单号。</translation>
    </message>
</context>
<context>
    <name>PrinterSetupForm</name>
    <message>
        <source>Paper and placing</source>
        <translation>纸张与位置</translation>
    </message>
    <message>
        <source>Print the ruler page, read off how far it is from the paper&apos;s edge, and correct it here; ↑ and ↓ move by 0.1. The pages print what stands here, saved or not.</source>
        <translation>打印校准页，量出离纸边差多少，在这里改正；↑ ↓ 每次 0.1。测试页按这里的数值打印，保存与否都一样。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Print the ruler page</source>
        <translation>打印校准页</translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>打印测试面单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>To the right, mm</source>
        <translation>向右（毫米）</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>向下（毫米）</translation>
    </message>
    <message>
        <source>Size, %</source>
        <translation>缩放（%）</translation>
    </message>
    <message>
        <source>From {least} to {most}</source>
        <translation>{least} 到 {most}</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Approving…</source>
        <translation>正在批准…</translation>
    </message>
    <message>
        <source>Which printers may print labels with code?</source>
        <translation>哪些打印机可以打印带码面单？</translation>
    </message>
    <message>
        <source>The code opens a parcel&apos;s details, so only printers that you approve get it, by name, driver and connection. Every other printer prints the label without code. You can do this later.</source>
        <translation>面单上的码能打开包裹的信息，所以只发给您批准的打印机，名称、驱动和接口都要对得上。其他打印机只打印不带码的面单。这一步也可以以后再做。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>No printer was found. Connect one and look again, or go on without.</source>
        <translation>没有找到打印机。接好后重新查找，或先不管，继续下一步。</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>Makes files, which can be copied: cannot be approved.</source>
        <translation>它生成的是文件，文件可以被拷走，所以不能批准。</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Print a test page on {printer}</source>
        <translation>在 {printer} 上打印测试页</translation>
    </message>
</context>
<context>
    <name>ProgressDots</name>
    <message>
        <source>Page {at} of {of}</source>
        <translation>第 {at} 页，共 {of} 页</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Copy the technical report</source>
        <translation>复制技术报告</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>In:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>Outlet App</source>
        <translation>Outlet App</translation>
    </message>
    <message>
        <source>The program made a mistake. Your last step may not have been done.</source>
        <translation>程序出错了，刚才这一步可能没有完成。</translation>
    </message>
    <message>
        <source>Every waybill that was confirmed on screen is stored and safe. Look at the last labels before you repeat the step. The technical report holds line numbers and versions only, nothing about customers.</source>
        <translation>屏幕上确认过的运单都已存好，不会丢失。重做之前，请先看一眼最近的面单。技术报告只有代码行号和版本号，不含任何客户信息。</translation>
    </message>
</context>
<context>
    <name>RangeFilePreview</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n 个单号</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter them</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>no waybill number</source>
        <translation>不是单号</translation>
    </message>
    <message>
        <source>first and last number make no range</source>
        <translation>首尾单号不成号段</translation>
    </message>
    <message>
        <source>stands in this file already</source>
        <translation>文件里已有</translation>
    </message>
    <message>
        <source>stands in a range here already</source>
        <translation>已在现有号段内</translation>
    </message>
    <message>
        <source>one range too many for one file</source>
        <translation>一个文件的号段太多</translation>
    </message>
    <message>
        <source>Row {row}: {fault}</source>
        <translation>第 {row} 行：{fault}</translation>
    </message>
</context>
<context>
    <name>RangeForm</name>
    <message numerus="yes">
        <source>That is %n number(s).</source>
        <translation>
            <numerusform>共 %n 个单号。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a range</source>
        <translation>录入号段</translation>
    </message>
    <message>
        <source>Type or scan the first and the last number. A range cannot be taken out again: count before.</source>
        <translation>输入或扫描第一个和最后一个单号。录入后不能撤回，请先核对数量。</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>起始单号</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>结束单号</translation>
    </message>
    <message>
        <source>Enter the range</source>
        <translation>录入号段</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>从文件导入……</translation>
    </message>
</context>
<context>
    <name>RangeList</name>
    <message>
        <source>No numbers yet. Enter the first range below; until then each parcel&apos;s number is typed or scanned when it is accepted.</source>
        <translation>还没有号段。在下面录入第一个号段；在那之前，收寄时逐件输入或扫描单号。</translation>
    </message>
</context>
<context>
    <name>RangesPage</name>
    <message>
        <source>Number ranges</source>
        <translation>号段</translation>
    </message>
    <message>
        <source>New waybills take their numbers from the ranges that your carriers gave you. Without a range each parcel&apos;s number is typed or scanned.</source>
        <translation>新运单从快递公司给的号段里取号。没有号段时，逐件输入或扫描单号。</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of {carrier} are ready</source>
        <translation>
            <numerusform>{carrier}的 %n 个单号已就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} is set aside</source>
        <translation>单号 {number} 已作废</translation>
    </message>
    <message>
        <source>The numbers from {number} on went back</source>
        <translation>{number} 起的单号已退回</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>File of number ranges</source>
        <translation>号段文件</translation>
    </message>
    <message>
        <source>Settled and recorded</source>
        <translation>已核定并记录</translation>
    </message>
</context>
<context>
    <name>RecordAlarm</name>
    <message>
        <source>The activity record does not fit together</source>
        <translation>操作记录对不上</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>确认知悉…</translation>
    </message>
    <message>
        <source>What happened, as far as you know (no names, no numbers)</source>
        <translation>据您所知的原因（不要写姓名和号码）</translation>
    </message>
    <message>
        <source>Acknowledge the gap</source>
        <translation>确认记录缺口</translation>
    </message>
    <message>
        <source>Your reason is signed and stays in the record. Reveals go on then; the gap itself stays named, and whatever else does not fit is told again.</source>
        <translation>您的说明会签名并留在记录里。之后可以继续查看；这个缺口仍会注明，再有对不上的还会提示。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认知悉</translation>
    </message>
    <message>
        <source>Waybill numbers that lost parcels may bear are not given out any more: {count}.</source>
        <translation>丢失的包裹可能已用掉的 {count} 个运单号，今后不再发放。</translation>
    </message>
    <message>
        <source>Accepting and printing go on; nothing is revealed until you acknowledge it.</source>
        <translation>收寄和打印照常；在您确认知悉之前不能查看信息。</translation>
    </message>
    <message>
        <source>Accepting and printing go on; nothing is revealed. Tell the owner now.</source>
        <translation>收寄和打印照常；不能查看信息。请马上告诉店主。</translation>
    </message>
</context>
<context>
    <name>RemoteBar</name>
    <message>
        <source>This screen is shown on another computer; the record says so. Everything goes on, but nothing is revealed until that ends.</source>
        <translation>本机屏幕正显示到另一台电脑，已记入操作记录。其他工作照常，断开之前不能查看客户信息。</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>The table is made. Save it, and open it in a spreadsheet.</source>
        <translation>表格已生成。保存后用电子表格打开。</translation>
    </message>
    <message>
        <source>The pages stand here before anything is printed or saved. Choose what the report is about, then Ctrl+Enter.</source>
        <translation>报告先在这里预览，再打印或保存。选好内容，按 Ctrl+Enter 生成。</translation>
    </message>
</context>
<context>
    <name>RescueView</name>
    <message>
        <source>Can&apos;t sign in?</source>
        <translation>登录不了？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Restore the outlet</source>
        <translation>恢复网点</translation>
    </message>
    <message>
        <source>Putting the new card in force and signing you in…</source>
        <translation>正在启用新卡并登录…</translation>
    </message>
</context>
<context>
    <name>RevealPanel</name>
    <message>
        <source>Reveal</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>The parcel has left the shop: its details are closed.</source>
        <translation>包裹已离店，详细信息已封闭。</translation>
    </message>
    <message>
        <source>Scan the label of the parcel in your hand; then one field at a time can be revealed here.</source>
        <translation>请扫描手中包裹的面单，然后可在这里一次查看一项。</translation>
    </message>
    <message>
        <source>Without its label</source>
        <translation>无面单查看</translation>
    </message>
    <message>
        <source>Your password and your card open this one field. The record says so.</source>
        <translation>用您的密码和店主卡打开这一项，并记入操作记录。</translation>
    </message>
</context>
<context>
    <name>RevealQuestion</name>
    <message>
        <source>A few words for the record, if you like: no names, no numbers</source>
        <translation>可写几个字记入操作记录：不写姓名、号码</translation>
    </message>
    <message>
        <source>A few words for the record</source>
        <translation>记入操作记录的说明</translation>
    </message>
    <message>
        <source>What for? It goes into the record.</source>
        <translation>查看原因？将记入操作记录。</translation>
    </message>
    <message>
        <source>Say in a few words what it is for, then press Enter.</source>
        <translation>写几个字说明原因，再按回车。</translation>
    </message>
</context>
<context>
    <name>RevealWording</name>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内件</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Check address</source>
        <translation>核对地址</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回寄件人</translation>
    </message>
    <message>
        <source>Person asks</source>
        <translation>本人要求</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Left: {hour} this hour, {day} today</source>
        <translation>剩余：本小时 {hour} 次，今天 {day} 次</translation>
    </message>
    <message>
        <source>Left without a label: {day} today</source>
        <translation>无面单查看：今天剩余 {day} 次</translation>
    </message>
    <message>
        <source>Used up until {until}</source>
        <translation>次数已用完，{until} 后恢复</translation>
    </message>
    <message>
        <source>No limit today: the owner lifted it</source>
        <translation>今天不限次数：店主已解除</translation>
    </message>
    <message>
        <source>Suspended: the owner can lift it</source>
        <translation>已暂停：店主可恢复</translation>
    </message>
</context>
<context>
    <name>RevealedField</name>
    <message>
        <source>Nothing was typed there.</source>
        <translation>这一项没有填写。</translation>
    </message>
    <message>
        <source>A character here has no typeface on this PC and stands as a box.</source>
        <translation>有一个字本机没有字体，显示为方框。</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard after 30 seconds.</source>
        <translation>已复制，30 秒后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Copy   C</source>
        <translation>复制   C</translation>
    </message>
    <message>
        <source>Copy what is revealed</source>
        <translation>复制查看的内容</translation>
    </message>
    <message>
        <source>Mask   Esc</source>
        <translation>隐去   Esc</translation>
    </message>
    <message>
        <source>Mask it again</source>
        <translation>重新隐去</translation>
    </message>
</context>
<context>
    <name>RevealedText</name>
    <message>
        <source>Revealed, for a few seconds; it is not read out</source>
        <translation>查看的内容，几秒后隐去；不朗读</translation>
    </message>
</context>
<context>
    <name>ReviewPictures</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计什么</translation>
    </message>
    <message>
        <source>As numbers</source>
        <translation>看数字</translation>
    </message>
    <message>
        <source>Acts by hour, the last {count} days</source>
        <translation>最近 {count} 天，各小时的操作数</translation>
    </message>
    <message>
        <source>The pictures as numbers</source>
        <translation>图表的数字</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>{measure} by day, the last {count} days</source>
        <translation>{measure}：最近 {count} 天，每天</translation>
    </message>
</context>
<context>
    <name>ReviewReports</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Make it   Ctrl+Enter</source>
        <translation>生成   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Print   Ctrl+P</source>
        <translation>打印   Ctrl+P</translation>
    </message>
    <message>
        <source>Save…   Ctrl+S</source>
        <translation>保存…   Ctrl+S</translation>
    </message>
    <message>
        <source>Print the day sheet whenever a day is ended</source>
        <translation>每次日结时自动打印日结单</translation>
    </message>
    <message>
        <source>How far the record is checked</source>
        <translation>操作记录核对进度</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>日结单</translation>
    </message>
    <message>
        <source>Evidence about a person</source>
        <translation>个人操作取证报告</translation>
    </message>
    <message>
        <source>Incident form</source>
        <translation>个人信息安全事件报告表</translation>
    </message>
    <message>
        <source>Totals as a table (CSV)</source>
        <translation>合计表（CSV）</translation>
    </message>
    <message>
        <source>Saved in {place}.</source>
        <translation>已保存到 {place}。</translation>
    </message>
    <message>
        <source>Sent to {place}.</source>
        <translation>已送到 {place} 打印。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The day on paper, with a code that any later scan holds against the record. Keep it outside the shop.</source>
        <translation>把一天打印在纸上，带校验码：以后扫码就能核对操作记录有没有被改过。请放在店外保存。</translation>
    </message>
    <message>
        <source>Everything one person did, masked, for the police or the postal bureau. Saving writes a .record file too, which they can verify on any computer.</source>
        <translation>一个人的全部操作，已脱敏，交公安或邮政管理局。保存时另写一个 .record 文件，对方在任何电脑上都能核验。</translation>
    </message>
    <message>
        <source>What article 57 of the Personal Information Protection Law asks to be told. What you type is kept nowhere but on the form.</source>
        <translation>《个人信息保护法》第五十七条要求告知的内容。您填的内容只在表上，别处不留。</translation>
    </message>
    <message>
        <source>Counts by day and person for a spreadsheet; no single waybill is in it.</source>
        <translation>按日期和人员的合计，供电子表格用；不含任何一票运单。</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>保存报告的文件夹</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>The scanned code is not a waybill number.</source>
        <translation>扫到的不是运单号。</translation>
    </message>
    <message>
        <source>Totals by day and person</source>
        <translation>按日期和人员的合计</translation>
    </message>
    <message>
        <source>Acts, newest first</source>
        <translation>操作列表，最新的在前</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>较新</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Newer acts (Ctrl+PgUp)</source>
        <translation>较新的操作（Ctrl+PgUp）</translation>
    </message>
    <message>
        <source>Older acts (Ctrl+PgDn)</source>
        <translation>较早的操作（Ctrl+PgDn）</translation>
    </message>
    <message>
        <source>Act {n} at {station}, signed by {person}</source>
        <translation>第 {n} 条，在 {station} 上，由{person}签名</translation>
    </message>
    <message>
        <source>Act {n} at {station}. Nobody signed it: {person} need not have done it.</source>
        <translation>第 {n} 条，在 {station} 上。没有签名：不一定是{person}做的。</translation>
    </message>
    <message>
        <source>Act {n} at {station}. This is not what {person} signed: act or signature was changed.</source>
        <translation>第 {n} 条，在 {station} 上。与{person}的签名不符：操作或签名被改动过。</translation>
    </message>
    <message>
        <source>Looking… back to {time}</source>
        <translation>正在查找…已查到 {time}</translation>
    </message>
    <message>
        <source>Only what is behind the flag: {count}</source>
        <translation>只有这条提醒背后的操作：{count} 条</translation>
    </message>
    <message>
        <source>Nothing is recorded about number {number}. Check it, or scan the label&apos;s bars.</source>
        <translation>没有单号 {number} 的记录。请核对单号，或扫面单上的条码。</translation>
    </message>
    <message>
        <source>Nothing was found so far. “Older” looks further back.</source>
        <translation>目前还没找到。按“较早”继续往前查。</translation>
    </message>
    <message>
        <source>These acts are not in the record any more. Verify the record.</source>
        <translation>操作记录里已没有这几条。请校验操作记录。</translation>
    </message>
    <message>
        <source>A quiet day: nothing of this kind was done. Choose another day, or show everything.</source>
        <translation>这天很清静，没有这类操作。换一天看看，或全部显示。</translation>
    </message>
    <message>
        <source>Nothing of this kind was done yet. What people do at the counter stands here.</source>
        <translation>还没有这类操作。大家在柜台做的事都会列在这里。</translation>
    </message>
</context>
<context>
    <name>ReviewToday</name>
    <message>
        <source>Today, and what is usual: the median of 14 days</source>
        <translation>今天 · 平常（前 14 天的中位数）</translation>
    </message>
    <message>
        <source>Everything seen   Ctrl+Enter</source>
        <translation>都看过了   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Record that you looked at every flag. Ticked off or not, they stay in the record.</source>
        <translation>记下您看过全部提示；处理过没有，都留在操作记录里。</translation>
    </message>
    <message>
        <source>How far the record is read</source>
        <translation>操作记录读取进度</translation>
    </message>
    <message>
        <source>Reading what was done…</source>
        <translation>正在读取操作记录…</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>没有需要看的</translation>
    </message>
    <message>
        <source>Muted: {flags}</source>
        <translation>不再提示：{flags}</translation>
    </message>
    <message>
        <source>Show the last one again</source>
        <translation>恢复最后一项</translation>
    </message>
    <message>
        <source>A quiet day: nothing is out of the ordinary. Who did how much stands below.</source>
        <translation>一切如常，没有反常的事。各人做了多少，见下表。</translation>
    </message>
    <message>
        <source>Nothing new · seen before, not ticked off: {count}</source>
        <translation>没有新的 · 看过未处理：{count} 项</translation>
    </message>
    <message>
        <source>To look at: {new} · seen before: {seen}</source>
        <translation>需要看一眼：{new} 项 · 之前看过：{seen} 项</translation>
    </message>
    <message>
        <source>To look at: {new}</source>
        <translation>需要看一眼：{new} 项</translation>
    </message>
    <message>
        <source>Your look at today is recorded.</source>
        <translation>已记下您今天的查看。</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>RotationProgress</name>
    <message>
        <source>The database gets a new key…</source>
        <translation>正在给数据库换新密钥…</translation>
    </message>
    <message>
        <source>Checking the copy</source>
        <translation>正在核对副本</translation>
    </message>
    <message>
        <source>Copying under the new key</source>
        <translation>正在用新密钥复制</translation>
    </message>
    <message>
        <source>Stop, leave the key as it is</source>
        <translation>停止，钥匙不变</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Who works more than an hour before or after is flagged in the review; nothing is refused.</source>
        <translation>早于或晚于营业时间一小时以上的操作会在检查里提醒，但不会被拦下。</translation>
    </message>
    <message>
        <source>Lock and terms</source>
        <translation>锁屏和保存期限</translation>
    </message>
    <message>
        <source>Masked names and tails of what left are emptied by the program itself; details are erased by you, on the page “Erasing”. Acts past their term stay: this version does not empty the record yet.</source>
        <translation>离店包裹的脱敏姓名和尾号到期由程序自动清空；个人信息由您在“到期删除”页删除。操作记录到期暂不清空：本版本还没有这项功能。</translation>
    </message>
    <message>
        <source>All days like Monday</source>
        <translation>每天都和周一一样</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>修改规则</translation>
    </message>
    <message>
        <source>Minutes without a touch until the counter locks</source>
        <translation>多少分钟没人操作就锁屏</translation>
    </message>
    <message>
        <source>Days that masked names and tails stay after a parcel left</source>
        <translation>包裹离店后，脱敏姓名和尾号保留天数</translation>
    </message>
    <message>
        <source>Months that personal details are kept</source>
        <translation>个人信息保存几个月</translation>
    </message>
    <message>
        <source>Months that the activity record is kept</source>
        <translation>操作记录保存几个月</translation>
    </message>
    <message>
        <source>{day}, opens</source>
        <translation>{day}开门</translation>
    </message>
    <message>
        <source>{day}, closes</source>
        <translation>{day}关门</translation>
    </message>
    <message>
        <source>Shorter than two years: a claim may still come</source>
        <translation>不到两年：之后可能还有理赔</translation>
    </message>
    <message>
        <source>Not in force yet</source>
        <translation>还没生效</translation>
    </message>
</context>
<context>
    <name>SalvagePage</name>
    <message>
        <source>Password and card are both needed.</source>
        <translation>密码和店主卡都要。</translation>
    </message>
    <message>
        <source>That is not the owner card. Its code begins with OK1.</source>
        <translation>这不是店主卡。店主卡的码以 OK1 开头。</translation>
    </message>
    <message>
        <source>Save what can be saved</source>
        <translation>能救的都救出来</translation>
    </message>
    <message>
        <source>Stopped; nothing has changed.</source>
        <translation>已停止，什么都没有改变。</translation>
    </message>
    <message>
        <source>Not even its first pages can be read. Go back and restore from a backup.</source>
        <translation>连最前面的页都读不出来。请返回，从备份恢复。</translation>
    </message>
    <message>
        <source>An owner&apos;s order is among the lost pages. Go back and restore from a backup; nothing changed.</source>
        <translation>丢失的页里有店主的签名指令。请返回，从备份恢复；什么都没有改变。</translation>
    </message>
    <message>
        <source>Save what the damaged database still holds</source>
        <translation>抢救损坏的数据库</translation>
    </message>
    <message>
        <source>Everything that can be read is copied into a new database, row by row. Then you see what is lost and decide. The damaged file is set aside and never deleted.</source>
        <translation>能读的都逐条抄进新的数据库。然后您看到丢了什么，再决定。损坏的文件会留着，不会删除。</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是哪一位？</translation>
    </message>
    <message>
        <source>Reading page by page; with a large outlet this takes minutes.</source>
        <translation>正在逐页读取；网点大的话要几分钟。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ScanNotice</name>
    <message>
        <source>Enter it again   Ctrl+R</source>
        <translation>重新收寄   Ctrl+R</translation>
    </message>
    <message>
        <source>Put the notice away</source>
        <translation>收起提示</translation>
    </message>
    <message>
        <source>The scanned code could not be judged</source>
        <translation>扫描的码无法判断</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>先不管，继续</translation>
    </message>
    <message>
        <source>Does your scanner work?</source>
        <translation>扫描枪好用吗？</translation>
    </message>
    <message>
        <source>Scan the code below from the screen, or the number of any parcel. Nothing of it is kept.</source>
        <translation>请扫屏幕上的条码，或随便一个包裹的运单号。扫到的内容不会保存。</translation>
    </message>
    <message>
        <source>What the scanner reads</source>
        <translation>扫描枪读到的内容</translation>
    </message>
    <message>
        <source>Scan now</source>
        <translation>请扫描</translation>
    </message>
    <message>
        <source>Code to scan</source>
        <translation>供扫描的条码</translation>
    </message>
    <message>
        <source>An input method took the keys. Switch it to English (often with Shift), then scan again.</source>
        <translation>输入法截走了按键。请切换到英文状态（一般按 Shift），再扫一次。</translation>
    </message>
    <message>
        <source>The letters came small. Turn Caps Lock off; if they stay small, set the scanner to &quot;no case change&quot;.</source>
        <translation>字母变成了小写。请关掉大写锁定；如果还是小写，请把扫描枪设置为“大小写不转换”。</translation>
    </message>
    <message>
        <source>No Enter came at the end. Scan the code &quot;add suffix CR (Enter)&quot; in the manual of the scanner.</source>
        <translation>扫完没有自动回车。请扫说明书上的“添加后缀 CR（回车）”设置码。</translation>
    </message>
    <message>
        <source>The characters came full width. It still works; better switch the input method to half width.</source>
        <translation>字符是全角的。可以用，但最好把输入法切换到半角。</translation>
    </message>
    <message>
        <source>✓ This scanner works as it should.</source>
        <translation>✓ 扫描枪一切正常。</translation>
    </message>
    <message>
        <source>The keys came too slowly, as from a hand. Take out the scanner&apos;s delay between characters; over Bluetooth go nearer.</source>
        <translation>字符来得太慢，像手工输入。请取消扫描枪的字符间隔延时；如果是蓝牙枪，请靠近一些。</translation>
    </message>
    <message>
        <source>That was too short for a waybill number. Scan the code on the screen.</source>
        <translation>太短了，不像运单号。请扫屏幕上的条码。</translation>
    </message>
    <message>
        <source>Characters came that no such code has. Set the scanner&apos;s keyboard country to USA.</source>
        <translation>出现了条码里没有的字符。请把扫描枪的键盘国家设置为美国。</translation>
    </message>
</context>
<context>
    <name>SecretPrint</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>No printer for paper was found. Copying by hand is as good.</source>
        <translation>没有找到能打到纸上的打印机。用手抄一样好。</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
</context>
<context>
    <name>SetAside</name>
    <message>
        <source>Finish it   {key}</source>
        <translation>继续录入   {key}</translation>
    </message>
    <message>
        <source>Not shelved: drop it   {key}</source>
        <translation>不上架，放弃   {key}</translation>
    </message>
    <message>
        <source>Not finished: {number}. It is on no shelf yet.</source>
        <translation>没录完：{number}，还没有上架。</translation>
    </message>
    <message>
        <source>  And {count} more.</source>
        <translation>&#x3000;另有 {count} 件。</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Outlet App</source>
        <translation>Outlet App</translation>
    </message>
    <message>
        <source>The first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>正在关闭…</translation>
    </message>
    <message>
        <source>Leave before the outlet is founded?</source>
        <translation>网点还没建好，要离开吗？</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Nothing is kept. The next start begins anew, with another card and another sheet.</source>
        <translation>什么都不会留下。下次启动从头开始，店主卡和恢复单也会是新的。</translation>
    </message>
</context>
<context>
    <name>SheetEntryPage</name>
    <message>
        <source>That is not the recovery sheet. Its code begins with OR1.</source>
        <translation>这不是恢复单，恢复单的码以 OR1. 开头。</translation>
    </message>
    <message>
        <source>These are not yet the 25 words of a sheet. Compare them with the paper.</source>
        <translation>还不是完整正确的 25 个词，请对照纸上核对。</translation>
    </message>
    <message>
        <source>This sheet opens nothing here: it is another outlet&apos;s, or it was replaced.</source>
        <translation>这张恢复单打不开：可能是别的网点的，或已经更换。</translation>
    </message>
    <message>
        <source>The sheet is right, but somebody put this backup together. Take another one.</source>
        <translation>恢复单没错，但这个备份被人动过手脚，请换一个。</translation>
    </message>
    <message>
        <source>Your recovery sheet</source>
        <translation>您的恢复单</translation>
    </message>
    <message>
        <source>Type its 25 words, Chinese or English, or scan its code. Numbers and line ends do not matter.</source>
        <translation>输入 25 个词（中文或英文都行），或扫描上面的码。编号和换行不影响。</translation>
    </message>
    <message>
        <source>The 25 words of the recovery sheet</source>
        <translation>恢复单的 25 个词</translation>
    </message>
    <message>
        <source>Of an English word the first four letters are enough.</source>
        <translation>英文词输前四个字母即可。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>0 of 25 words</source>
        <translation>已输 0 / 25</translation>
    </message>
    <message>
        <source>✓ All 25 words are right.</source>
        <translation>✓ 25 个词全对。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>In no list: word {places}. Look at the paper again.</source>
        <translation>第 {places} 个词不在词表里，请再看看纸上。</translation>
    </message>
    <message>
        <source>One word is another one on the paper: look at word {places}.</source>
        <translation>有一个词跟纸上不同：请看第 {places} 个。</translation>
    </message>
    <message>
        <source>The words do not fit together: more than one is wrong.</source>
        <translation>词对不上：不止一个有错。</translation>
    </message>
    <message>
        <source>{count} of 25 words</source>
        <translation>已输 {count} / 25</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>I have it on paper</source>
        <translation>已经抄在纸上</translation>
    </message>
    <message>
        <source>Your recovery sheet</source>
        <translation>您的恢复单</translation>
    </message>
    <message>
        <source>If this PC breaks, these words and a backup bring everything back. Keep the sheet away from the shop and from the card. Without card and sheet nobody can open the customers&apos; details, ever.</source>
        <translation>电脑坏了，凭这些字和备份可以恢复一切。恢复单不要放在店里，也不要和店主卡放在一起。卡和单都丢了，客户信息就永远没有人能打开。</translation>
    </message>
    <message>
        <source>Copy all 25 in their order; the last one only checks the others.</source>
        <translation>请按顺序抄下全部 25 个字；最后一个用来核对前面的。</translation>
    </message>
    <message>
        <source>Printing the sheet…</source>
        <translation>正在打印恢复单…</translation>
    </message>
    <message>
        <source>Printed. Look whether everything on it can be read.</source>
        <translation>已打印。请看看每个字是否都清楚。</translation>
    </message>
</context>
<context>
    <name>SheetProofPage</name>
    <message>
        <source>That is not what stands on the sheet. Look at the marked places.</source>
        <translation>与恢复单不一致。请看标红的位置。</translation>
    </message>
    <message>
        <source>Type them from your paper. Back shows them again.</source>
        <translation>请照着纸上输入。点“上一步”可以再看一次。</translation>
    </message>
    <message>
        <source>Three words of your sheet</source>
        <translation>恢复单上的三个字</translation>
    </message>
    <message>
        <source>Word {place}</source>
        <translation>第 {place} 个字</translation>
    </message>
</context>
<context>
    <name>ShelfCard</name>
    <message>
        <source>Shelf</source>
        <translation>当前货架</translation>
    </message>
    <message>
        <source>Other shelf   {key}</source>
        <translation>换货架   {key}</translation>
    </message>
    <message>
        <source>Choose another shelf</source>
        <translation>换一个货架</translation>
    </message>
</context>
<context>
    <name>ShelfPrints</name>
    <message>
        <source>Choose a printer for shelf labels first.</source>
        <translation>请先选择取件码标签的打印机。</translation>
    </message>
    <message>
        <source>Shelf label of {number} printed</source>
        <translation>{number} 的取件码标签已打印</translation>
    </message>
    <message>
        <source>{number} is on its shelf; its label did not print. {why} Then print it again: Ctrl+P.</source>
        <translation>{number} 已上架，但标签没有打出来。{why}之后按 Ctrl+P 补打。</translation>
    </message>
    <message>
        <source>{number} is on its shelf; its label waits at the printer: {why}. It prints when that is mended.</source>
        <translation>{number} 已上架，标签在打印机处等待：{why}。排除后自动打印。</translation>
    </message>
</context>
<context>
    <name>ShelfQuestion</name>
    <message>
        <source>{number} to shelf</source>
        <translation>{number} 移到货架</translation>
    </message>
    <message>
        <source>New shelf</source>
        <translation>新货架</translation>
    </message>
</context>
<context>
    <name>ShiftRows</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到件</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>取走</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Odd cases</source>
        <translation>异常件</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>应有现金</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>SignInNotes</name>
    <message>
        <source>This is the demo outlet: its people and parcels are made up.</source>
        <translation>这是演示网点，人员和包裹都是虚构的。</translation>
    </message>
    <message>
        <source>This machine&apos;s key store does not answer, so the device secret lies in a file of this account.</source>
        <translation>本机的密钥库没有响应，设备密钥存放在当前系统用户的文件里。</translation>
    </message>
    <message>
        <source>Logins to try; a click fills them in:</source>
        <translation>演示账号，点一下即可填入：</translation>
    </message>
</context>
<context>
    <name>SignInRows</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>PC</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Signed in with the password</source>
        <translation>用密码登录</translation>
    </message>
    <message>
        <source>Came back with the PIN</source>
        <translation>用 PIN 返回</translation>
    </message>
    <message>
        <source>First time, by invitation</source>
        <translation>首次登录（邀请码）</translation>
    </message>
    <message>
        <source>A try that was refused</source>
        <translation>尝试登录被拒绝</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>“Can&apos;t sign in?” below shows what can be done.</source>
        <translation>点下面的“登录不了？”，看能怎么办。</translation>
    </message>
    <message>
        <source>Who is at the counter?</source>
        <translation>谁在柜台？</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>改用密码</translation>
    </message>
    <message>
        <source>Can&apos;t sign in?</source>
        <translation>登录不了？</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>请输入 PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many failed tries. Wait %n second(s).</source>
        <translation>
            <numerusform>失败次数过多，请等 %n 秒。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortCodeCard</name>
    <message>
        <source>Sort codes</source>
        <translation>三段码</translation>
    </message>
    <message>
        <source>A table of places and codes, as the carrier gives it: a CSV with the headings 省, 市, 区县 and 三段码, or province, city, district and code. A row without a district stands for its whole city.</source>
        <translation>快递公司给的地区与编码表：CSV 文件，表头为 省、市、区县、三段码（或 province、city、district、code）。没写区县的一行代表全市。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) have a code of this carrier; the others go by city and district.</source>
        <translation>
            <numerusform>已有 %n 个地区的编码；其余地区按城市和区县。</numerusform>
        </translation>
    </message>
    <message>
        <source>No table: labels say city and district.</source>
        <translation>还没有编码表：面单印城市和区县。</translation>
    </message>
    <message>
        <source>Remove the table</source>
        <translation>移除编码表</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件……</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with a code</source>
        <translation>
            <numerusform>%n 个地区有编码</numerusform>
        </translation>
    </message>
    <message>
        <source>Load them for {carrier}, in place of what is there</source>
        <translation>导入到{carrier}，替换原有编码</translation>
    </message>
    <message>
        <source>no province</source>
        <translation>没有省份</translation>
    </message>
    <message>
        <source>no place of China that this program knows</source>
        <translation>找不到这个地区</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>没有编码</translation>
    </message>
    <message>
        <source>the code is too long or cannot be printed</source>
        <translation>编码过长或无法打印</translation>
    </message>
    <message>
        <source>this place has a code above already</source>
        <translation>上面已有这个地区</translation>
    </message>
    <message>
        <source>Row {row}: {fault}</source>
        <translation>第 {row} 行：{fault}</translation>
    </message>
</context>
<context>
    <name>SoundSwitch</name>
    <message>
        <source>Tones are on: turn them off</source>
        <translation>提示音已开：点一下关闭</translation>
    </message>
    <message>
        <source>Tones are off: turn them on</source>
        <translation>提示音已关：点一下打开</translation>
    </message>
</context>
<context>
    <name>StaffForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>The new owner types a password of his own</source>
        <translation>由新店主自己输入密码</translation>
    </message>
    <message>
        <source>The new owner&apos;s password</source>
        <translation>新店主的密码</translation>
    </message>
    <message>
        <source>A code comes up that you tell in person. It works once, within 24 hours.</source>
        <translation>会显示一个邀请码，请当面告诉本人。24 小时内可用一次。</translation>
    </message>
    <message>
        <source>Then the database gets a new key. That takes a moment and work stands still meanwhile.</source>
        <translation>随后给数据库换新密钥，需要一点时间，其间不能收寄。</translation>
    </message>
    <message>
        <source>Invite a clerk</source>
        <translation>邀请店员</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Invite a second owner</source>
        <translation>邀请第二位店主</translation>
    </message>
    <message>
        <source>A second owner can do everything you can. He must be here: he types his password now.</source>
        <translation>第二位店主的权限和您一样。他必须在场，现在就输入自己的密码。</translation>
    </message>
    <message>
        <source>New password for {name}</source>
        <translation>重设{name}的密码</translation>
    </message>
    <message>
        <source>The old password and PIN end at once. </source>
        <translation>原来的密码和 PIN 立即失效。</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>生成邀请码</translation>
    </message>
    <message>
        <source>New password and card for {name}</source>
        <translation>重设{name}的密码和店主卡</translation>
    </message>
    <message>
        <source>The old password and the old card end at once. He must be here: he types his password now.</source>
        <translation>原来的密码和卡立即失效。他必须在场，现在就输入自己的密码。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Dismiss {name}</source>
        <translation>让{name}离职</translation>
    </message>
    <message>
        <source>{name} signs in no more, from this moment. This cannot be undone; what he did stays recorded. </source>
        <translation>从这一刻起{name}不能再登录，此操作不能撤销；做过的事仍保留在操作记录里。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>办理离职</translation>
    </message>
    <message>
        <source>New database key</source>
        <translation>数据库换新密钥</translation>
    </message>
    <message>
        <source>Renew the key</source>
        <translation>换新密钥</translation>
    </message>
    <message>
        <source>The owner card is still missing.</source>
        <translation>还没有读到店主卡。</translation>
    </message>
</context>
<context>
    <name>StaffView</name>
    <message>
        <source>This page has no use for that code.</source>
        <translation>本页用不到这个码。</translation>
    </message>
    <message>
        <source>Invite a clerk</source>
        <translation>邀请店员</translation>
    </message>
    <message>
        <source>Invite a second owner</source>
        <translation>邀请第二位店主</translation>
    </message>
    <message>
        <source>Renew the key now</source>
        <translation>现在换新密钥</translation>
    </message>
    <message>
        <source>Somebody was dismissed, and the database still has the key he knew.</source>
        <translation>有人已离职，但数据库还在用他知道的密钥。</translation>
    </message>
    <message>
        <source>Choose what to do about a person, or invite somebody.</source>
        <translation>请选择要对某个人做什么，或者邀请新人。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>He can try again at once.</source>
        <translation>他现在就可以再试。</translation>
    </message>
    <message>
        <source>{name} is dismissed, and the database has a new key.</source>
        <translation>{name}已离职，数据库已换新密钥。</translation>
    </message>
    <message>
        <source>The database has a new key.</source>
        <translation>数据库已换新密钥。</translation>
    </message>
    <message>
        <source>{name} is dismissed; the database keeps its key for now.</source>
        <translation>{name} 已离职；数据库暂时还用原来的密钥。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Today: accepted {accepted}, arrived {arrived}</source>
        <translation>今日 收寄 {accepted} / 到件 {arrived}</translation>
    </message>
    <message>
        <source>The whole outlet, since 04:00.</source>
        <translation>全网点，从 04:00 算起。</translation>
    </message>
    <message>
        <source>{role}. Your own account: click, or F12.</source>
        <translation>{role}。点击或按 F12 查看自己的账号。</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>没有打印机</translation>
    </message>
    <message>
        <source>Labels wait until a printer is chosen.</source>
        <translation>选好打印机之前，面单先存着。</translation>
    </message>
    <message>
        <source>The owner approved this printer: it prints labels with their code.</source>
        <translation>店主已批准此打印机，可打印有码面单。</translation>
    </message>
    <message>
        <source>{printer} ✓</source>
        <translation>{printer} ✓</translation>
    </message>
    <message>
        <source>{printer}, without code</source>
        <translation>{printer} · 无码</translation>
    </message>
    <message>
        <source>This printer prints labels without code.</source>
        <translation>这台打印机只打印无码面单。</translation>
    </message>
    <message>
        <source>Record: checking…</source>
        <translation>操作记录：核对中…</translation>
    </message>
    <message>
        <source>Record ✓</source>
        <translation>操作记录 ✓</translation>
    </message>
    <message>
        <source>Record broken</source>
        <translation>操作记录异常</translation>
    </message>
    <message>
        <source>Every act recorded so far is checked against the one before it.</source>
        <translation>每条操作记录都与前一条核对，确认没有被改动。</translation>
    </message>
    <message>
        <source>{record}, gap acknowledged {day}</source>
        <translation>{record}，缺口已于 {day} 确认</translation>
    </message>
</context>
<context>
    <name>StoppableBar</name>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>Weight and fee of {number}</source>
        <translation>{number} 的重量和运费</translation>
    </message>
    <message>
        <source>Nothing personal is opened. Old and new stand in the activity record.</source>
        <translation>不会打开客户信息。改前和改后都记入操作记录。</translation>
    </message>
    <message>
        <source>Weight, kg</source>
        <translation>重量（公斤）</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Print the label again</source>
        <translation>重新打印面单</translation>
    </message>
    <message>
        <source>Change   Enter</source>
        <translation>修改   Enter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Leave it as it was   Esc</source>
        <translation>不改了   Esc</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>不改了</translation>
    </message>
</context>
<context>
    <name>TotalRows</name>
    <message>
        <source>Acts of this day do not follow from one another: verify the record.</source>
        <translation>这一天的操作前后对不上，请校验操作记录。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>Labels printed</source>
        <translation>打印面单</translation>
    </message>
    <message>
        <source>Reprints</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>被拒</translation>
    </message>
</context>
<context>
    <name>TrialPrint</name>
    <message>
        <source>Printing on {printer}…</source>
        <translation>正在 {printer} 上打印…</translation>
    </message>
    <message>
        <source>{printer} has printed it</source>
        <translation>{printer} 已打印</translation>
    </message>
    <message>
        <source>The page waits at {printer}: {trouble}. It comes out when that is mended.</source>
        <translation>测试页在 {printer} 等着：{trouble}。处理好就会打出来。</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Verify the record</source>
        <translation>校验操作记录</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>看那一条</translation>
    </message>
    <message>
        <source>How far the record is checked</source>
        <translation>操作记录校验进度</translation>
    </message>
    <message>
        <source>Somebody wrote to the database with other tools, or a disk failed. Look at the acts around that place first; make the evidence reports you need and a backup; then acknowledge it in the red bar, with your card. Parcels go on meanwhile, reveals do not.</source>
        <translation>有人用别的工具写过数据库，或者硬盘出了故障。先看这一处前后的操作，需要的话出具取证报告并做一份备份，再用店主卡在红条里确认。期间收发照常，查看暂停。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>Checks every act and signature from the first.</source>
        <translation>从第一条起，逐条核对操作和签名。</translation>
    </message>
    <message>
        <source>The record is whole: {acts} acts, each as its person signed it.</source>
        <translation>操作记录完整：共 {acts} 条，都与本人签名一致。</translation>
    </message>
    <message>
        <source>{done} of {all} acts checked…</source>
        <translation>已校验 {done} / {all} 条…</translation>
    </message>
    <message>
        <source>Stopped. {done} of {all} acts were checked, and they fit.</source>
        <translation>已停止。校验了 {done} / {all} 条，均无问题。</translation>
    </message>
    <message>
        <source>The record was changed: act {n} does not fit.</source>
        <translation>操作记录被改动过：第 {n} 条对不上。</translation>
    </message>
    <message>
        <source>The record was changed: act {n}, about {time}, does not fit.</source>
        <translation>操作记录被改动过：第 {n} 条（约 {time}）对不上。</translation>
    </message>
</context>
<context>
    <name>VoidForm</name>
    <message>
        <source>Set a number aside</source>
        <translation>作废单号</translation>
    </message>
    <message>
        <source>For a number whose paper is spoilt, missing or went back. No waybill gets it any more.</source>
        <translation>用于面单纸损坏、遗失或已退还的单号。以后不会再分配给任何运单。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Its paper is spoilt</source>
        <translation>面单纸损坏</translation>
    </message>
    <message>
        <source>Given back to the carrier</source>
        <translation>已退还快递公司</translation>
    </message>
    <message>
        <source>Its paper is missing</source>
        <translation>面单纸遗失</translation>
    </message>
    <message>
        <source>Set it aside</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>WarningPage</name>
    <message>
        <source>Make new papers</source>
        <translation>做新的卡和恢复单</translation>
    </message>
    <message>
        <source>New keys, a new card and a new sheet</source>
        <translation>换新钥匙：新卡、新恢复单</translation>
    </message>
    <message>
        <source>For the day on which the recovery sheet is lost, or somebody has seen the sheet, card or password.</source>
        <translation>恢复单丢了，或者有人看过恢复单、店主卡或密码时，就要换。</translation>
    </message>
    <message>
        <source>First the new card and the new sheet go onto paper. Until you confirm at the end, nothing changes.</source>
        <translation>先把新卡和新恢复单写到纸上。最后确认之前，什么都不会变。</translation>
    </message>
    <message>
        <source>Then the database is copied under a new key, and work stands still for that long. After that every waybill is locked anew, while the counter works on.</source>
        <translation>然后数据库会用新密钥复制一遍，这段时间要停下手里的活。之后所有运单逐张换锁，柜台照常工作。</translation>
    </message>
    <message>
        <source>The former card and sheet then open nothing here. What was copied before stays open to them: make a new backup afterwards and destroy the old ones. Old backups open only with the old sheet.</source>
        <translation>旧卡和旧恢复单在这里就什么都打不开了。以前被拷走的文件，用旧的仍能打开：换完请做一次新备份，销毁旧备份。旧备份只有旧恢复单能打开。</translation>
    </message>
    <message>
        <source>Other owners have no card then; give each a new one here. Whose password was seen changes it, too.</source>
        <translation>其他店主的卡也会失效，请在这里给每人一张新卡。谁的密码被看到了，谁也要改密码。</translation>
    </message>
</context>
<context>
    <name>WaybillActions</name>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Weight and fee</source>
        <translation>重量和运费</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>换新面单</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打面单</translation>
    </message>
    <message>
        <source>Cancelled, lost…</source>
        <translation>取消、丢失…</translation>
    </message>
    <message>
        <source>The parcel has left the shop: nothing about it can be changed or printed any more.</source>
        <translation>包裹已离店，不能再更改或打印。</translation>
    </message>
    <message>
        <source>What is greyed out needs the parcel: scan its label.</source>
        <translation>灰色的操作需要包裹在手：请扫描它的面单。</translation>
    </message>
    <message>
        <source>What is greyed out needs a printer: choose one under Accept.</source>
        <translation>灰色的操作需要打印机：请在“收寄”页选择。</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Some fields cannot be accepted yet. Mend the marked ones.</source>
        <translation>有些内容还不能提交，请改好标出的地方。</translation>
    </message>
    <message>
        <source>Your account may not do this. Ask the owner.</source>
        <translation>您的账号没有这项权限，请找店主。</translation>
    </message>
    <message>
        <source>That did not open. Check what you typed and try again.</source>
        <translation>没有通过。请检查输入后再试。</translation>
    </message>
    <message>
        <source>The invitation&apos;s time is over. Ask the owner for a new one.</source>
        <translation>邀请已过期，请店主重新邀请。</translation>
    </message>
    <message>
        <source>This PC&apos;s key store gives no device secret. Unlock the key store, or ask the owner to restore.</source>
        <translation>本机密钥库没有给出设备密钥。请解锁系统密钥库，或请店主恢复。</translation>
    </message>
    <message>
        <source>Too many failed tries. Try again after {until}.</source>
        <translation>失败次数过多，请在 {until} 之后再试。</translation>
    </message>
    <message>
        <source>The limit is used up. It opens again at {until}; the owner can lift it.</source>
        <translation>额度已用完，{until} 恢复；店主可以临时放开。</translation>
    </message>
    <message>
        <source>Something is wrong with {number}.</source>
        <translation>{number} 有问题。</translation>
    </message>
    <message>
        <source>Something is wrong with {path}. Check the disk.</source>
        <translation>文件 {path} 有问题，请检查磁盘。</translation>
    </message>
    <message>
        <source>The file {path} is damaged. Restore it from a backup.</source>
        <translation>文件 {path} 已损坏，请用备份恢复。</translation>
    </message>
    <message>
        <source>The file {path} is missing. Put it back or restore a backup.</source>
        <translation>找不到文件 {path}。请放回原处，或用备份恢复。</translation>
    </message>
    <message>
        <source>The file {path} is from a later version. Install that version.</source>
        <translation>文件 {path} 是新版本写的，请安装新版程序。</translation>
    </message>
    <message>
        <source>The program is already open on this outlet. Use that window or close it.</source>
        <translation>本网点已在另一个窗口打开，请使用那个窗口或先关闭它。</translation>
    </message>
    <message>
        <source>The key file and the database {path} do not belong together. Put the right key file back, or restore.</source>
        <translation>密钥文件与数据库 {path} 不是一套。请放回正确的密钥文件，或从备份恢复。</translation>
    </message>
    <message>
        <source>{path} cannot be written to. Check its rights and the disk.</source>
        <translation>无法写入 {path}，请检查权限和磁盘。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was lost. Make room and try again. ({path})</source>
        <translation>磁盘已满，数据没有丢失。请清理空间后再试。（{path}）</translation>
    </message>
    <message>
        <source>The backup could not be read back. Try another disk. ({path})</source>
        <translation>备份写完后读不回来，请换一个磁盘再备份。（{path}）</translation>
    </message>
    <message>
        <source>A backup beside the outlet&apos;s own files is lost with them. Choose a stick or another disk.</source>
        <translation>备份和网点数据放在一起，会一起丢失。请选 U 盘或另一块硬盘。</translation>
    </message>
    <message>
        <source>That folder is the outlet&apos;s own. Choose a stick or a folder that the carrier reads.</source>
        <translation>这是网点自己的文件夹。请选 U 盘，或快递公司读得到的文件夹。</translation>
    </message>
    <message>
        <source>The folder {path} for sealed hand-overs is not there. Plug the stick in again.</source>
        <translation>找不到密封交接的文件夹 {path}。请把 U 盘插回去。</translation>
    </message>
    <message>
        <source>No folder is chosen for sealed hand-overs. The owner chooses one under Carrier keys.</source>
        <translation>还没选密封交接的文件夹。请店主在“快递公司密钥”里选一个。</translation>
    </message>
    <message>
        <source>The clock of this PC was moved. Confirm the date first; then name the key.</source>
        <translation>这台电脑的时钟被改过。请先确认日期，再登记密钥。</translation>
    </message>
    <message>
        <source>{path} is no table this page can read. Save it as CSV with a line of headings and choose it again.</source>
        <translation>{path} 不是可读的表格。请另存为带表头的 CSV 后重新选择。</translation>
    </message>
    <message>
        <source>{path} is too long: {most} rows at most. Split it, or take out what you do not need.</source>
        <translation>{path} 太长：最多 {most} 行。请分成几个文件，或删去不需要的行。</translation>
    </message>
    <message>
        <source>No folder for backups is set up yet. Choose one first.</source>
        <translation>还没有设置备份文件夹，请先选择一个。</translation>
    </message>
    <message>
        <source>Stopped. What was there before still stands.</source>
        <translation>已停止，原有内容没有变动。</translation>
    </message>
    <message>
        <source>The database was changed from outside. Tell the owner; do not work on with it.</source>
        <translation>数据库被外部改动过。请告诉店主，先不要继续使用。</translation>
    </message>
    <message>
        <source>The activity record does not fit together at act {at}. Tell the owner.</source>
        <translation>操作记录在第 {at} 条对不上，请告诉店主。</translation>
    </message>
    <message>
        <source>A sealed part does not belong here or was changed. Tell the owner.</source>
        <translation>有一份密封信息不属于这里或被改动过，请告诉店主。</translation>
    </message>
    <message>
        <source>An owner&apos;s order cannot be verified. Tell the owner.</source>
        <translation>有一条店主指令无法验证，请告诉店主。</translation>
    </message>
    <message>
        <source>Nothing can be erased yet: no term is over, or the 24 hours of waiting are not.</source>
        <translation>还不能删除：没有到期的信息，或 24 小时等待期未满。</translation>
    </message>
    <message>
        <source>The details of {number} were erased at the end of their term. Nobody can open them any more.</source>
        <translation>{number} 的个人信息已到期删除，任何人都无法再打开。</translation>
    </message>
    <message>
        <source>Waybills are still being locked to the last new keys. Let that end first; your card makes it go on.</source>
        <translation>上一次换的新钥匙还没换完所有运单。请先等它完成；刷一下店主卡就会继续。</translation>
    </message>
    <message>
        <source>This is no code of this program. Scan it again.</source>
        <translation>这不是本程序的码，请重新扫描。</translation>
    </message>
    <message>
        <source>Scan the label of the parcel in your hand first.</source>
        <translation>请先扫手上这件包裹的面单。</translation>
    </message>
    <message>
        <source>It is masked again. Reveal it once more, then copy it.</source>
        <translation>已重新脱敏。请再查看一次后复制。</translation>
    </message>
    <message>
        <source>Seven days after accepting no label opens the details any more. Print one without code.</source>
        <translation>收寄满七天，面单不能再打开信息。请打印无码面单。</translation>
    </message>
    <message>
        <source>This screen is shown to another computer. Nothing is revealed here until that ends.</source>
        <translation>本机屏幕正被另一台电脑查看，结束之前不能查看信息。</translation>
    </message>
    <message>
        <source>The activity record does not fit together. Nothing is revealed until the owner has seen to it.</source>
        <translation>操作记录对不上，店主处理之前不能查看信息。</translation>
    </message>
    <message>
        <source>Your look-ups are suspended. The owner can lift that.</source>
        <translation>您的查找和查看已暂停，店主可以解除。</translation>
    </message>
    <message>
        <source>{carrier} has no free waybill number left. Type a number, or ask the owner to enter a new range.</source>
        <translation>{carrier}的号段已用完。请手工输入运单号，或请店主录入新号段。</translation>
    </message>
    <message>
        <source>Waybill number {number} is already in use. Type another one.</source>
        <translation>运单号 {number} 已被使用，请换一个。</translation>
    </message>
    <message>
        <source>The label would show too much of the {field}. Nothing was printed; check what stands there.</source>
        <translation>面单会露出过多的{field}，没有打印。请检查该项内容。</translation>
    </message>
    <message>
        <source>The {field} does not fit on the label. Shorten it.</source>
        <translation>{field}太长，面单放不下，请缩短。</translation>
    </message>
    <message>
        <source>No typeface here can draw the character “{character}” ({field}). Write it another way.</source>
        <translation>本机没有字体能显示“{character}”（{field}），请换一种写法。</translation>
    </message>
    <message>
        <source>The ten minutes for this label are over. Print it without code.</source>
        <translation>这张面单的十分钟已过，请打印无码面单。</translation>
    </message>
    <message>
        <source>The ten minutes for this are over. Scan the parcel&apos;s label to put it right.</source>
        <translation>可更正的十分钟已过，请扫包裹上的面单再改。</translation>
    </message>
    <message>
        <source>The parcel of waybill {number} has left the shop. It gets no label any more.</source>
        <translation>运单 {number} 的包裹已经离店，不能再打印面单。</translation>
    </message>
    <message>
        <source>This parcel stands at {shelf_code} already.</source>
        <translation>这件已经上架，在 {shelf_code}。</translation>
    </message>
    <message>
        <source>Shelf {shelf} has no free place; places rest for two days. Choose another shelf.</source>
        <translation>货架 {shelf} 没有空位（取走后的位置要空两天）。请换一个货架。</translation>
    </message>
    <message>
        <source>Parcel {number} no longer stands on its shelf. Look it up again to see where it went.</source>
        <translation>包裹 {number} 已不在货架上。再查一次，看它去了哪里。</translation>
    </message>
    <message>
        <source>It is past 04:00: {day} is over and cannot be ended any more. Its sheet can still be printed; what is counted now belongs to the new day.</source>
        <translation>已过 04:00，{day} 已经结束，不能再日结；日结单仍可打印。现在清点的现金算新的一天。</translation>
    </message>
    <message>
        <source>This can no longer be taken back: more than ten minutes are over, or somebody else did it.</source>
        <translation>已不能撤销：超过十分钟，或者是别人做的。</translation>
    </message>
    <message>
        <source>There is {stock} paper in this printer, too small for this. Choose another printer.</source>
        <translation>这台打印机里装的是 {stock} 的纸，太小了。请换一台打印机。</translation>
    </message>
    <message>
        <source>Something is wrong with the printer {printer}. Check it.</source>
        <translation>打印机 {printer} 有问题，请检查。</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer. Check power, cable and paper, then print again.</source>
        <translation>打印机 {printer} 没有响应。请检查电源、连线和纸张，然后重新打印。</translation>
    </message>
    <message>
        <source>The printer {printer} is gone or has another name. Choose one here; the owner approves a new name for codes.</source>
        <translation>打印机 {printer} 不见了或改了名。请在这里另选一台；新名字要店主批准后才能打印带码面单。</translation>
    </message>
    <message>
        <source>The owner has not approved the printer {printer}. It prints labels without code.</source>
        <translation>店主还没有批准打印机 {printer}，它只能打印无码面单。</translation>
    </message>
    <message>
        <source>The printer {printer} makes files. Approve one that prints on paper.</source>
        <translation>打印机 {printer} 只生成文件，请批准一台真正出纸的打印机。</translation>
    </message>
    <message>
        <source>The print system keeps what was sent to {printer}. Set PreserveJobFiles to No, then make a new one.</source>
        <translation>打印系统没有删除发给 {printer} 的内容。请把 PreserveJobFiles 设为 No，然后重新制作一份。</translation>
    </message>
    <message>
        <source>The pasted text is longer than {limit} characters. Paste one address at a time.</source>
        <translation>粘贴的内容超过 {limit} 字，请一次粘贴一个地址。</translation>
    </message>
    <message>
        <source>The limit is used up. The owner can lift it for today.</source>
        <translation>次数已用完，店主可以今天临时放开。</translation>
    </message>
    <message>
        <source>Still missing.</source>
        <translation>还没填。</translation>
    </message>
    <message>
        <source>Too long. Shorten it.</source>
        <translation>太长了，请缩短。</translation>
    </message>
    <message>
        <source>This is not a name. Check it.</source>
        <translation>这不像姓名，请核对。</translation>
    </message>
    <message>
        <source>This is not a phone number. Count the digits.</source>
        <translation>这不是电话号码，请数一下位数。</translation>
    </message>
    <message>
        <source>Province, city or district is missing. Choose it.</source>
        <translation>缺省、市或区县，请选择。</translation>
    </message>
    <message>
        <source>There is no such place. Choose one from the list.</source>
        <translation>没有这个地名，请从列表中选择。</translation>
    </message>
    <message>
        <source>No street or house. Ask for it.</source>
        <translation>缺街道和门牌，请问客户。</translation>
    </message>
    <message>
        <source>Parts are hidden by stars. Ask the customer for the whole.</source>
        <translation>内容带星号，不完整，请问客户要全的。</translation>
    </message>
    <message>
        <source>This looks like an identity number. It may not be kept; take it out.</source>
        <translation>这像身份证号，不允许保存，请删掉。</translation>
    </message>
    <message>
        <source>A label&apos;s code does not belong in a field. Take it out.</source>
        <translation>面单码不能填在这里，请删掉。</translation>
    </message>
    <message>
        <source>There is an invisible character. Type it again.</source>
        <translation>有看不见的字符，请重新输入。</translation>
    </message>
    <message>
        <source>This is not a weight. Type kilograms, such as 1.25.</source>
        <translation>这不是重量，请输入公斤数，如 1.25。</translation>
    </message>
    <message>
        <source>This is not an amount. Type yuan, such as 12.50.</source>
        <translation>这不是金额，请输入元，如 12.50。</translation>
    </message>
    <message>
        <source>This does not look like a number of this carrier. Check it.</source>
        <translation>这不像该快递公司的运单号，请核对。</translation>
    </message>
    <message>
        <source>This number is already in use. Type another one.</source>
        <translation>这个号已被使用，请换一个。</translation>
    </message>
    <message>
        <source>Too short. Take at least ten characters, a sentence is best.</source>
        <translation>太短，至少十个字符，用一句话最好。</translation>
    </message>
    <message>
        <source>Others guess this at once. Take something else.</source>
        <translation>别人一猜就中，请换一个。</translation>
    </message>
    <message>
        <source>A name is in it that everybody here knows. Take it out.</source>
        <translation>里面有大家都知道的名字，请去掉。</translation>
    </message>
    <message>
        <source>A phone number is in it. Take it out.</source>
        <translation>里面有电话号码，请去掉。</translation>
    </message>
    <message>
        <source>Somebody here has this name already. Add something to it.</source>
        <translation>已经有人用这个名字，请加字区分。</translation>
    </message>
    <message>
        <source>No other carrier is offered. Switch another one on first.</source>
        <translation>没有别的快递公司可用。请先启用另一家。</translation>
    </message>
    <message>
        <source>A PIN has six digits.</source>
        <translation>PIN 是六位数字。</translation>
    </message>
    <message>
        <source>This is not a carrier&apos;s key, or a character is wrong. It begins with HK1.</source>
        <translation>这不是快递公司的公钥，或有字符不对。公钥以 HK1 开头。</translation>
    </message>
    <message>
        <source>This key has another fingerprint. Ask the carrier again, by telephone.</source>
        <translation>指纹对不上。请再打电话问快递公司。</translation>
    </message>
    <message>
        <source>Type a whole number, a shelf code, the last four digits of a phone, or the name&apos;s first character and these.</source>
        <translation>请输入完整运单号、取件码、手机尾号四位，或姓名首字加尾号。</translation>
    </message>
    <message>
        <source>Two times like 08:00 and 20:00, the later one second.</source>
        <translation>请填两个时间，例如 08:00 和 20:00，晚的在后。</translation>
    </message>
    <message>
        <source>No waybill of this number stands in the shop.</source>
        <translation>店里没有这个单号的运单。</translation>
    </message>
    <message>
        <source>This one is on the list already.</source>
        <translation>这一件已在清单上。</translation>
    </message>
    <message>
        <source>The list is full. Take one off first.</source>
        <translation>清单满了，请先移出一件。</translation>
    </message>
    <message>
        <source>Type the last digits of the phone as the label shows them, four at most; - where it shows none.</source>
        <translation>请输入面单上的手机尾号，最多四位；面单上没有就输 -。</translation>
    </message>
    <message>
        <source>Type the shelf in digits or letters, such as A3 or 15-1.</source>
        <translation>货架用数字或字母，如 A3 或 15-1。</translation>
    </message>
    <message>
        <source>These are not this parcel&apos;s digits. Ask again, or look at its label.</source>
        <translation>不是这件的尾号。请再问一遍，或看一下面单。</translation>
    </message>
    <message>
        <source>Take the money first, then tick it.</source>
        <translation>请先收款，再勾选。</translation>
    </message>
    <message>
        <source>Not a shape of numbers. Type a real number and let it be made from that.</source>
        <translation>不是有效的单号格式。可在下面输入一个真实单号，由它生成。</translation>
    </message>
    <message>
        <source>The first day comes before the last; totals are of a month at most.</source>
        <translation>开始日期不能晚于结束日期；合计最多一个月。</translation>
    </message>
    <message>
        <source>Type day and time, such as 2026-11-22 14:05, not to come.</source>
        <translation>请输入日期和时间，如 2026-11-22 14:05，不能晚于现在。</translation>
    </message>
    <message>
        <source>A sort code has digits, capital letters, hyphens and spaces, 20 at most, and nobody&apos;s phone.</source>
        <translation>三段码只含数字、大写字母、连字符和空格，最多 20 个字符，且不能含电话号码。</translation>
    </message>
    <message>
        <source>sort code</source>
        <translation>三段码</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>尾号</translation>
    </message>
    <message>
        <source>shelf</source>
        <translation>货架</translation>
    </message>
    <message>
        <source>shelf code</source>
        <translation>取件码</translation>
    </message>
    <message>
        <source>freight to collect</source>
        <translation>到付运费</translation>
    </message>
    <message>
        <source>reveals by scan, each person in an hour</source>
        <translation>每人每小时扫面单查看的次数</translation>
    </message>
    <message>
        <source>reveals by scan, each person in a day</source>
        <translation>每人每天扫面单查看的次数</translation>
    </message>
    <message>
        <source>reveals of the whole outlet in a day</source>
        <translation>全网点每天查看的次数</translation>
    </message>
    <message>
        <source>reveals without a label, each owner in a day</source>
        <translation>每位店主每天不扫面单查看的次数</translation>
    </message>
    <message>
        <source>look-ups by tail or name, each person in an hour</source>
        <translation>每人每小时按尾号或姓氏查找的次数</translation>
    </message>
    <message>
        <source>look-ups that find nothing, each person in an hour, until suspended</source>
        <translation>每人每小时查不到的次数，满了就停用查找</translation>
    </message>
    <message>
        <source>new labels with code for one waybill</source>
        <translation>每个运单重出带码面单的次数</translation>
    </message>
    <message>
        <source>The counter is locked. Sign in or type your PIN to go on.</source>
        <translation>柜台已锁定，请登录或输入 PIN 后继续。</translation>
    </message>
    <message>
        <source>Not ticked yet.</source>
        <translation>还没勾选。</translation>
    </message>
    <message>
        <source>A character here cannot be printed. Write it another way.</source>
        <translation>有字打印不出来，请换一种写法。</translation>
    </message>
    <message>
        <source>This number stands in none of this carrier&apos;s ranges.</source>
        <translation>这个单号不在该快递公司的任何号段里。</translation>
    </message>
    <message>
        <source>Too low or too high for this limit.</source>
        <translation>超出了这项限额的允许范围。</translation>
    </message>
    <message>
        <source>First and last number must be alike but for digits at their end, the first the smaller.</source>
        <translation>两个号码除末尾的数字外必须相同，而且第一个要小于最后一个。</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>寄件人</translation>
    </message>
    <message>
        <source>recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>sender&apos;s name</source>
        <translation>寄件人姓名</translation>
    </message>
    <message>
        <source>sender&apos;s phone</source>
        <translation>寄件人电话</translation>
    </message>
    <message>
        <source>sender&apos;s province</source>
        <translation>寄件人所在省</translation>
    </message>
    <message>
        <source>sender&apos;s city</source>
        <translation>寄件人所在市</translation>
    </message>
    <message>
        <source>sender&apos;s district</source>
        <translation>寄件人所在区县</translation>
    </message>
    <message>
        <source>sender&apos;s street and house</source>
        <translation>寄件人详细地址</translation>
    </message>
    <message>
        <source>recipient&apos;s name</source>
        <translation>收件人姓名</translation>
    </message>
    <message>
        <source>recipient&apos;s phone</source>
        <translation>收件人电话</translation>
    </message>
    <message>
        <source>recipient&apos;s province</source>
        <translation>收件人所在省</translation>
    </message>
    <message>
        <source>recipient&apos;s city</source>
        <translation>收件人所在市</translation>
    </message>
    <message>
        <source>recipient&apos;s district</source>
        <translation>收件人所在区县</translation>
    </message>
    <message>
        <source>recipient&apos;s street and house</source>
        <translation>收件人详细地址</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>service</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>waybill number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>category</source>
        <translation>品类</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>内件</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>cash on delivery</source>
        <translation>代收货款</translation>
    </message>
    <message>
        <source>declared value</source>
        <translation>声明价值</translation>
    </message>
    <message>
        <source>inspected</source>
        <translation>已验视</translation>
    </message>
    <message>
        <source>real-name checked</source>
        <translation>已实名</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>服装</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>Daily goods</source>
        <translation>日用品</translation>
    </message>
    <message>
        <source>Electronics</source>
        <translation>数码产品</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>图书</translation>
    </message>
    <message>
        <source>Cosmetics</source>
        <translation>化妆品</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>寄付</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>到付</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Stopped; nothing has changed.</source>
        <translation>已停止，什么都没有改动。</translation>
    </message>
    <message>
        <source>A last number stands in no range. Go back and mend it.</source>
        <translation>有一个号不在号段里，请返回改正。</translation>
    </message>
    <message>
        <source>The outlet is restored</source>
        <translation>正在恢复网点</translation>
    </message>
    <message>
        <source>It is written under new keys, then it takes the place of what is on this PC. Clerks get new codes from you under Staff; approve the printers again.</source>
        <translation>先用新密钥写好，再换下这台电脑上现有的数据。之后请在“员工”里给店员新代码，并重新批准打印机。</translation>
    </message>
    <message>
        <source>Signing you in…</source>
        <translation>正在登录…</translation>
    </message>
</context>
<context>
    <name>_OwnerPage</name>
    <message>
        <source>Who are you?</source>
        <translation>您是哪位？</translation>
    </message>
</context>
<context>
    <name>asker</name>
    <message>
        <source>{name} · off</source>
        <translation>{name} · 已停用</translation>
    </message>
    <message>
        <source>{name} · changed</source>
        <translation>{name} · 已改</translation>
    </message>
</context>
</TS>
