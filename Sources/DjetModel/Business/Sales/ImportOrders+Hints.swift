extension ImportOrders {
    /// The meaning of each argument, with examples. IMPORT.md has all of it.
    public static let hints = [
        "file": "CSV; its first line names the columns, in any order",
        "inSteps": "true for a large file: each part of it, about a megabyte, is booked by itself",
        "encoding": "Such as windows-1251; without it, UTF-8 or Windows-1252 by the look of the bytes",
        "dates": "ymd is 2010-12-01, mdy is 12/1/2010, dmy is 1.12.2010; without it, only 2010-12-01 is read",
        "decimal": "point is 1,234.50, comma is 1.234,50; without it, the numbers of the file decide",
        "returnMark": "The beginning of a return's number; without it, C",
        "separator": "Between the fields; without it, the sign that stands most often in the header",
        "mapping": "The field of each column, such as number or unitPrice, or - to ignore it",
        "columns": "Only for columns that are not found: the names that the file gives them",
        "columns.number": hint(.number), "columns.product": hint(.code),
        "columns.description": hint(.description), "columns.quantity": hint(.quantity),
        "columns.unitPrice": hint(.price), "columns.customer": hint(.customer),
        "columns.country": hint(.country), "columns.orderedOn": hint(.date),
        "columns.discount": hint(.discount), "columns.discountPercent": hint(.discountPercent),
        "columns.currency": hint(.currency),
    ]

    private static func hint(_ column: OrderColumn) -> String {
        "Found as " + column.spellings.joined(separator: ", ")
    }
}
