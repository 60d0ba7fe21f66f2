<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Paste the sender here: name, phone, address in any order   Ctrl+V</source>
        <translation>在此粘贴寄件人：姓名、电话、地址，顺序不限   Ctrl+V</translation>
    </message>
    <message>
        <source>Paste the recipient here: name, phone, address in any order   Ctrl+V  (sender: Ctrl+Shift+V)</source>
        <translation>在此粘贴收件人：姓名、电话、地址，顺序不限   Ctrl+V（寄件人：Ctrl+Shift+V）</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>The scanned code is not a waybill number.</source>
        <translation>扫到的不是运单号。</translation>
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
        <source>Label of {number} printed</source>
        <translation>{number} 的面单已打印</translation>
    </message>
    <message>
        <source>{number} is accepted and safe; its label waits in the list to be printed again. {why}</source>
        <translation>{number} 已收寄，数据已存好；面单可在列表中重新打印。{why}</translation>
    </message>
    <message>
        <source>{number} is accepted; its label waits at the printer: {why}. It prints when that is mended.</source>
        <translation>{number} 已收寄；面单在打印机处等待：{why}。处理好后会自动打印。</translation>
    </message>
    <message>
        <source>A label code does not belong in a field. It was taken out.</source>
        <translation>面单码不能填在这里，已清除。</translation>
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
        <source>Take the paste back.</source>
        <translation>撤销刚才的粘贴。</translation>
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
</context>
<context>
    <name>LabelPreview</name>
    <message>
        <source>Label as it will print</source>
        <translation>面单预览</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Locking signs you out and clears the form; the next person signs in with his own password.</source>
        <translation>锁定即退出登录，未收寄的内容会清空；下一位用自己的密码登录。</translation>
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
        <source>Accept</source>
        <translation>收寄</translation>
    </message>
    <message>
        <source>That is the code of one of our labels. This page has no use for it.</source>
        <translation>这是本网点面单上的码，本页用不到。</translation>
    </message>
    <message>
        <source>The activity record was cut or rewritten. Work goes on; tell the owner now.</source>
        <translation>操作记录被截断或改写过。可以继续工作，请立即告诉店主。</translation>
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
    <name>OutletWindow</name>
    <message>
        <source>Outlet App</source>
        <translation>Outlet App</translation>
    </message>
</context>
<context>
    <name>ParcelFields</name>
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
        <source>Waybill number</source>
        <translation>运单号</translation>
    </message>
    <message numerus="yes">
        <source>Waybill number · %n left</source>
        <translation>
            <numerusform>运单号 · 余 %n 个</numerusform>
        </translation>
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
        <source>Change  F7</source>
        <translation>更改  F7</translation>
    </message>
    <message>
        <source>Change the sender</source>
        <translation>更改寄件人</translation>
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
    <name>PrinterChoice</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Where labels go</source>
        <translation>面单打印到</translation>
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
    <name>SignInView</name>
    <message>
        <source>Who is at the counter?</source>
        <translation>谁在柜台？</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>正在验证密码…</translation>
    </message>
    <message numerus="yes">
        <source>Too many failed tries. Wait %n second(s).</source>
        <translation>
            <numerusform>失败次数过多，请等 %n 秒。</numerusform>
        </translation>
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
        <source>This is no code of this program. Scan it again.</source>
        <translation>这不是本程序的码，请重新扫描。</translation>
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
        <source>The ten minutes for this are over. Accept the parcel again under a new number.</source>
        <translation>可更正的十分钟已过，请用新运单号重新收寄。</translation>
    </message>
    <message>
        <source>The parcel of waybill {number} has left the shop. It gets no label any more.</source>
        <translation>运单 {number} 的包裹已经离店，不能再打印面单。</translation>
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
        <source>A PIN has six digits.</source>
        <translation>PIN 是六位数字。</translation>
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
        <source>Sender pays now</source>
        <translation>寄付</translation>
    </message>
    <message>
        <source>Monthly account</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Recipient pays</source>
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
</TS>
