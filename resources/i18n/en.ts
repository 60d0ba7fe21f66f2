<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>Waybill number · %n left</source>
        <translation>
            <numerusform>Waybill number · %n left</numerusform>
            <numerusform>Waybill number · %n left</numerusform>
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
</TS>
