/// Where each column of an order file stands, from its header.
package struct OrderColumns: Sendable, Equatable {
    /// The names of the columns, without blank ones at the end: no line has more fields.
    package let names: [String]

    /// The columns that a file of rejects has before those of its file.
    static let ofRejects = ["line", "reason"]

    package let number: Int
    package let code: Int
    package let quantity: Int
    package let price: Int
    package let description: Int?
    package let customer: Int?
    package let country: Int?
    package let date: Int?

    /// How many fields a line has at most.
    package var width: Int { names.count }

    /// Whether the file is one of rejects.
    var areOfRejects: Bool { Self.areOfRejects(names) }

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - header: the names in it.
    ///   - given: what the file calls some columns.
    /// - Throws: which columns are missing or there twice, as the rest of a sentence that begins with file
    ///   and line.
    package init(header: [String], given: ImportColumns = ImportColumns()) throws(HeaderError) {
        let end = header.lastIndex { !OrderColumn.plain($0).isEmpty } ?? -1
        names = Array(header[..<(end + 1)])
        var positions = try Self.positions(of: given, in: names)
        for (position, name) in names.enumerated() {
            // A column that was said to be another one is not this one, too.
            guard let column = OrderColumn(named: name), given[column] == nil,
                !positions.values.contains(position)
            else { continue }
            if let earlier = positions[column] {
                let isSame = OrderColumn.plain(names[earlier]) == OrderColumn.plain(name)
                throw isSame ? .twice(name) : .ambiguous(column, names[earlier], name)
            }
            positions[column] = position
        }
        guard let number = positions[.number], let code = positions[.code],
            let quantity = positions[.quantity], let price = positions[.price]
        else {
            throw .missing(OrderColumn.allCases.filter { $0.isNeeded && positions[$0] == nil }, found: names)
        }
        (self.number, self.code, self.quantity, self.price) = (number, code, quantity, price)
        description = positions[.description]
        customer = positions[.customer]
        country = positions[.country]
        date = positions[.date]
    }

    private static func positions(
        of given: ImportColumns, in names: [String]
    ) throws(HeaderError) -> [OrderColumn: Int] {
        var positions: [OrderColumn: Int] = [:]
        for column in OrderColumn.allCases {
            guard let name = given[column] else { continue }
            // In a file of rejects a column that was said to be another one bears that one's title.
            let titled = areOfRejects(names) ? places(of: column.title, in: names) : []
            let found = titled.isEmpty ? places(of: name, in: names) : titled
            guard let position = found.first else { throw .notThere(column, name, found: names) }
            guard found.count == 1 else { throw .twice(name) }
            positions[column] = position
        }
        return positions
    }

    private static func places(of name: String, in names: [String]) -> [Int] {
        let plain = OrderColumn.plain(name)
        return names.indices.filter { OrderColumn.plain(names[$0]) == plain }
    }

    private static func areOfRejects(_ names: [String]) -> Bool {
        names.count >= ofRejects.count && zip(names, ofRejects).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// The column that stands at a place; nil if it is not used.
    func column(at position: Int) -> OrderColumn? {
        switch position {
        case number: .number
        case code: .code
        case quantity: .quantity
        case price: .price
        case description: .description
        case customer: .customer
        case country: .country
        case date: .date
        default: nil
        }
    }
}
