<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupCard</name>
    <message numerus="yes">
        <source>%n backup(s), {free} free</source>
        <translation>
            <numerusform>%n backup, {free} free</numerusform>
            <numerusform>%n backups, {free} free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarrierCard</name>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>%n number left</numerusform>
            <numerusform>%n numbers left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left: ask the carrier for more now</source>
        <translation>
            <numerusform>%n number left: ask the carrier for more now</numerusform>
            <numerusform>%n numbers left: ask the carrier for more now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given back</source>
        <translation>
            <numerusform>%n given back</numerusform>
            <numerusform>%n given back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt</source>
        <translation>
            <numerusform>%n in doubt</numerusform>
            <numerusform>%n in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentsPage</name>
    <message numerus="yes">
        <source>%n waybill(s) do not open with the owner&apos;s key.</source>
        <translation>
            <numerusform>%n waybill does not open with the owner&apos;s key.</numerusform>
            <numerusform>%n waybills do not open with the owner&apos;s key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtLine</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them typed from a label since</source>
        <translation>
            <numerusform>%n of them typed from a label since</numerusform>
            <numerusform>%n of them typed from a label since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePreview</name>
    <message numerus="yes">
        <source>… and %n more row(s) that are left out</source>
        <translation>
            <numerusform>… and %n more row that is left out</numerusform>
            <numerusform>… and %n more rows that are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message numerus="yes">
        <source>%n number(s) were given out and no waybill bears them.</source>
        <translation>
            <numerusform>%n number was given out and no waybill bears it.</numerusform>
            <numerusform>%n numbers were given out and no waybill bears them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waybill(s)</source>
        <translation>
            <numerusform>%n waybill</numerusform>
            <numerusform>%n waybills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a number of no range</source>
        <translation>
            <numerusform>%n with a number of no range</numerusform>
            <numerusform>%n with a number of no range</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>    … and %n more line(s)</source>
        <translation>
            <numerusform>    … and %n more line</numerusform>
            <numerusform>    … and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveBackForm</name>
    <message numerus="yes">
        <source>%n number(s) would go back.</source>
        <translation>
            <numerusform>%n number would go back.</numerusform>
            <numerusform>%n numbers would go back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message numerus="yes">
        <source>Who opens all details to put them right spends %n reveal(s) at once.</source>
        <translation>
            <numerusform>Who opens all details to put them right spends %n reveal at once.</numerusform>
            <numerusform>Who opens all details to put them right spends %n reveals at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossPage</name>
    <message numerus="yes">
        <source>%n waybill(s) lost the acts that prove them; they are kept as found.</source>
        <translation>
            <numerusform>%n waybill lost the acts that prove it; it is kept as found.</numerusform>
            <numerusform>%n waybills lost the acts that prove them; they are kept as found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are not given out any more, in case a label bears one already.</source>
        <translation>
            <numerusform>%n number is not given out any more, in case a label bears it already.</numerusform>
            <numerusform>%n numbers are not given out any more, in case a label bears one already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waybill(s) with their details: {numbers}.</source>
        <translation>
            <numerusform>%n waybill with its details: {numbers}.</numerusform>
            <numerusform>%n waybills with their details: {numbers}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message numerus="yes">
        <source>✓ {carrier}: %n number(s) ready</source>
        <translation>
            <numerusform>✓ {carrier}: %n number ready</numerusform>
            <numerusform>✓ {carrier}: %n numbers ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParcelFields</name>
    <message numerus="yes">
        <source>Number · %n left</source>
        <translation>
            <numerusform>Number · %n left</numerusform>
            <numerusform>Number · %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ Number · only %n left</source>
        <translation>
            <numerusform>⚠ Number · only %n left</numerusform>
            <numerusform>⚠ Number · only %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RangeFilePreview</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RangeForm</name>
    <message numerus="yes">
        <source>That is %n number(s).</source>
        <translation>
            <numerusform>That is %n number.</numerusform>
            <numerusform>That is %n numbers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RangesPage</name>
    <message numerus="yes">
        <source>%n number(s) of {carrier} are ready</source>
        <translation>
            <numerusform>%n number of {carrier} is ready</numerusform>
            <numerusform>%n numbers of {carrier} are ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message numerus="yes">
        <source>Too many failed tries. Wait %n second(s).</source>
        <translation>
            <numerusform>Too many failed tries. Wait %n second.</numerusform>
            <numerusform>Too many failed tries. Wait %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortCodeCard</name>
    <message numerus="yes">
        <source>%n place(s) have a code of this carrier; the others go by city and district.</source>
        <translation>
            <numerusform>%n place has a code of this carrier; the others go by city and district.</numerusform>
            <numerusform>%n places have a code of this carrier; the others go by city and district.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with a code</source>
        <translation>
            <numerusform>%n place with a code</numerusform>
            <numerusform>%n places with a code</numerusform>
        </translation>
    </message>
</context>
</TS>
