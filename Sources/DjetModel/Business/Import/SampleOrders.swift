/// Makes sample orders as a CSV file, in the spellings of a well-known retailer's export. The same count and
/// seed make the same file.
///
/// About one in twelve is a return, one in ten a walk-in; a few items are free. One line in 500 is broken in
/// one of the ways that files are, so that an import has something to reject. Each of these is in an order of
/// its own, since it would reject all of another. The file comes in chunks of about 64 KiB, and may be of any
/// size.
///
/// ```swift
/// var sample = SampleOrders(count: 5_000, seed: 1)
/// while let chunk = sample.next() { … }
/// ```
package struct SampleOrders: Sequence, IteratorProtocol, Sendable {
    private static let chunkSize = 1 << 16
    private static let header = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\r\n"
    private static let countries = [
        "Denmark", "Denmark", "Denmark", "Denmark", "Norway", "Sweden", "Germany", "Germany", "France",
        "Iceland",
        "Netherlands", "Belgium", "Spain", "Italy", "Poland", "Finland",
    ]

    private let count: Int
    private var random: SplitMix64
    private var made = 0
    private var broken = 0

    /// - Parameters:
    ///   - count: the number of orders and returns.
    ///   - seed: the start of the random numbers.
    package init(count: Int = 5_000, seed: UInt64 = 1) {
        self.count = count
        random = SplitMix64(seed: seed)
    }

    /// Returns the next chunk of the file; nil at its end.
    package mutating func next() -> [UInt8]? {
        guard made <= count else { return nil }
        var text = made == 0 ? Self.header : ""
        while made < count, text.utf8.count < Self.chunkSize {
            made += 1
            addOrder(to: &text)
        }
        if made == count { made += 1 }
        return text.isEmpty ? nil : Array(text.utf8)
    }

    private mutating func addOrder(to text: inout String) {
        let isReturn = random.isOnce(in: 12)
        let number = (isReturn ? "C" : "") + String(600_000 + made)
        let customer = random.number(below: Swift.max(count / 4, 1))
        let isWalkIn = random.isOnce(in: 10)
        let buyer =
            (isWalkIn ? "" : String(20_000 + customer)) + ","
            + Self.countries[customer % Self.countries.count]
        for _ in 0...random.number(below: isReturn ? 3 : 20) {
            addLine(number, isReturn: isReturn, buyer, to: &text)
        }
    }

    private mutating func addLine(_ number: String, isReturn: Bool, _ buyer: String, to text: inout String) {
        let product = SampleProduct(random.number(below: SampleProduct.count))
        let quantity = 1 + random.number(below: random.isOnce(in: 4) ? 48 : 8)
        let price = random.isOnce(in: 250) ? 0 : product.price
        var fields = [
            number, product.code, product.name, String(isReturn ? -quantity : quantity), Self.decimal(price),
            buyer,
        ]
        if random.isOnce(in: 500) {
            broken += 1
            fields[0] = "A\(600_000 + broken)"
            spoil(&fields)
        }
        text += fields.joined(separator: ",") + "\r\n"
    }

    /// Breaks a line in one of the ways that files are.
    private mutating func spoil(_ fields: inout [String]) {
        switch random.number(below: 6) {
        case 0: fields[1] = ""
        case 1: fields[3] = "0"
        case 2: fields[3] = "a dozen"
        case 3: fields[4] = "-" + fields[4]
        case 4: fields[4] = "n/a"
        default: fields.removeLast(2)
        }
    }

    private static func decimal(_ hundredths: Int) -> String {
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
