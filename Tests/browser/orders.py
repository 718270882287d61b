"""Files of orders: a small one that the tests make, and the real one beside the checkout, if any."""

from pathlib import Path

REAL = Path(__file__).resolve().parents[3] / "shared/data/online-retail.csv"


def sample(first, count=12):
    """Returns a CSV file of orders from number `first` on. Its last two lines are an invalid order."""
    lines = ["InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country"]
    for number in range(first, first + count):
        lines.append(f'{number},A1,"Lantern, white",6,3.39,17850,United Kingdom')
        lines.append(f"{number},B2,Heart,2,2.55,17850,United Kingdom")
    lines.append(f"{first + count},A1,Lantern,none,3.39,17850,United Kingdom")
    lines.append(f"{first + count},B2,Heart,1,cheap,17850,United Kingdom")
    return "\n".join(lines).encode() + b"\n"
