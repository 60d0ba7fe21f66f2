"""A label to PDF bytes, in processor time, against plain ReportLab: new canvas, widget QR, library bars."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.paper.label import LabelOrder, draw_label, draw_labels
from outlet_app.paper.stocks import STOCKS, Stock

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH = 1000
NAIVE_BATCH = 100
ROUNDS = 30
PEERS = ("blabel", "labels")
ROADS = ("文一西路", "人民路", "建设大道", "解放街", "中山北路", "光明巷", "长江路", "学院街")


def order(serial: int) -> LabelOrder:
    """One of a thousand different labels."""
    number = f"YT{1234567890123 + serial}"
    recipient = _party("张李王赵钱孙周吴"[serial % 8], f"{1000 + serial}", ROADS[serial % 8], serial)
    sender = _party("陈林黄杨"[serial % 4], f"{9000 - serial}", ROADS[serial % 5], serial + 7)
    masked = MaskedWaybill(
        record_id=serial.to_bytes(16, "big"),
        version=1,
        number=number,
        carrier="yto",
        service="standard",
        sender=sender,
        recipient=recipient,
        category=tuple(Category)[serial % 8],
        remark="易碎，请轻放",
        weight_g=1000 + serial,
        payment=tuple(Payment)[serial % 3],
        fee_fen=1200 + serial,
        cod_fen=serial % 4 * 1000,
        declared_fen=0,
        sort_code="杭州 余杭",
        accepted_at=dt.datetime(2026, 11, 22, 6, 5, tzinfo=dt.UTC),
    )
    token = f"{serial:026X}"
    return LabelOrder(
        masked=masked,
        carrier_name="圆通速递",
        service_name="标准快递",
        outlet_name="文一西路网点",
        printed_at=dt.datetime(2026, 11, 22, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=8))),
        code_text=f"OA1.K7QM.{number}.1.{token}.0.{serial}.{token}ABCDEF.{serial:08X}",
    )


def _party(initial: str, tail: str, road: str, house: int) -> MaskedParty:
    return MaskedParty(
        name=f"{initial}**",
        initial=initial,
        phone=f"*******{tail}",
        tail=tail,
        province="浙江省",
        city="杭州市",
        district="余杭区",
        road=f"{road}{house}号***",
    )


def naive(order: LabelOrder, lines: tuple[str, ...], stock: Stock) -> bytes:
    """The same texts, rules and codes, each by the library's own call."""
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(stock.width_mm * mm, stock.height_mm * mm), pageCompression=1)
    top, right = stock.height_mm - 4, stock.width_mm - 4
    for place, text in enumerate(lines):
        canvas.setFont("NotoSansSC-Bold" if place % 2 else "NotoSansSC-Regular", 7 + place % 5)
        canvas.drawString(4 * mm, (top - 3 * place) * mm, text)
    for place in range(24):
        canvas.line(4 * mm, (top - 5 * place) * mm, right * mm, (top - 5 * place) * mm)
    for bar_width, y in ((0.375, 102), (0.25, 50)):
        Code128(order.masked.number, barWidth=bar_width * mm, barHeight=10 * mm).drawOn(canvas, 4 * mm, y * mm)
    square = QrCodeWidget(order.code_text, barLevel="M", barWidth=17 * mm, barHeight=17 * mm)
    drawing = Drawing(17 * mm, 17 * mm)
    drawing.add(square)
    renderPDF.draw(drawing, canvas, 5 * mm, 42 * mm)
    canvas.save()
    return page.getvalue()


def _median_ms(draw: Callable[[int], object], count: int) -> float:
    """The median of `count` single calls in ms."""
    times = []
    for serial in range(count):
        start = time.process_time()
        draw(serial)
        times.append(time.process_time() - start)
    return sorted(times)[count // 2] * 1000


def measure(stock: Stock, orders: list[LabelOrder]) -> None:
    """Print the rows of one stock."""
    lines = [draw_label(each, stock, 8.0).lines for each in orders[:NAIVE_BATCH]]
    naive(orders[0], lines[0], stock)
    single = _median_ms(lambda serial: draw_label(orders[serial], stock, 8.0), ROUNDS)
    plain = _median_ms(lambda serial: naive(orders[serial], lines[serial], stock), ROUNDS)
    start = time.process_time()
    pdf = draw_labels(orders, stock, 8.0).pdf
    batch = BATCH / (time.process_time() - start)
    start = time.process_time()
    for each, texts in zip(orders[:NAIVE_BATCH], lines, strict=True):
        naive(each, texts, stock)
    plain_batch = NAIVE_BATCH / (time.process_time() - start)
    print(stock.name)
    print(f"label, warm       {single:8.2f} ms   naive {plain:8.2f} ms   ratio {single / plain:.2f} (goal <= 0.33)")
    print(
        f"one PDF of {BATCH}  {batch:8.0f} /s   naive {plain_batch:8.1f} /s   {batch / plain_batch:.1f}x (goal >= 10)"
    )
    print(f"size in a batch   {len(pdf) / BATCH:8.0f} B    (goal <= 2500)")


def main() -> None:
    """Print the table."""
    orders = [order(serial) for serial in range(BATCH)]
    for stock in STOCKS.values():
        measure(stock, orders)
    for peer in PEERS:
        known = importlib.util.find_spec(peer) is not None
        print(f"{peer:17} {'installed, but this bench has no row for it yet' if known else 'not installed'}")


if __name__ == "__main__":
    main()
