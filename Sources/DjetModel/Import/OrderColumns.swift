/// Where each column of an order file stands, from its header.
package struct OrderColumns: Sendable, Equatable {
    /// How many fields each line has.
    package let width: Int

    package let number: Int
    package let code: Int
    package let quantity: Int
    package let price: Int
    package let description: Int?
    package let customer: Int?
    package let country: Int?
    package let date: Int?

    /// Reads the header.
    ///
    /// - Throws: which columns are missing or there twice, as the rest of a sentence that begins with file
    ///   and line.
    package init(header: [String]) throws(HeaderError) {
        var positions: [OrderColumn: Int] = [:]
        var names: Set<String> = []
        for (position, name) in header.enumerated() {
            let plain = OrderColumn.plain(name)
            if !plain.isEmpty, !names.insert(plain).inserted { throw .twice(name) }
            guard let column = OrderColumn(named: name) else { continue }
            if let earlier = positions[column] { throw .ambiguous(column, header[earlier], name) }
            positions[column] = position
        }
        guard let number = positions[.number], let code = positions[.code],
            let quantity = positions[.quantity], let price = positions[.price]
        else {
            throw .missing(OrderColumn.allCases.filter { $0.isNeeded && positions[$0] == nil }, found: header)
        }
        width = header.count
        (self.number, self.code, self.quantity, self.price) = (number, code, quantity, price)
        description = positions[.description]
        customer = positions[.customer]
        country = positions[.country]
        date = positions[.date]
    }
}
