/// The place of each column of an order file, from its header.
package struct OrderColumns: Sendable, Equatable {
    /// The names in the header without blank ones at the end; no line has more fields.
    package let names: [String]

    /// The columns that a file of rejects has in front of the original ones.
    static let ofRejects = ["line", "reason"]

    package let number: Int
    package let code: Int
    package let quantity: Int
    package let price: Int
    package let description: Int?
    package let customer: Int?
    package let country: Int?
    package let date: Int?
    package let discount: Int?
    package let discountPercent: Int?
    package let currency: Int?

    /// The places of numbers, by which the style of a file is known.
    let numbers: [Int]

    /// True if lines may have a discount.
    var haveDiscounts: Bool { discount != nil || discountPercent != nil }

    /// The most fields that a line may have.
    package var width: Int { names.count }

    /// True if the file is one of rejects.
    var areOfRejects: Bool { Self.areOfRejects(names) }

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - header: the names in the header.
    ///   - given: the user's names of some columns.
    ///   - mapping: the field of each column; nil finds them by their names.
    /// - Throws: the missing or doubled columns, as the rest of a sentence that begins with file and line.
    package init(
        header: [String], given: ImportColumns = ImportColumns(), mapping: [String]? = nil
    ) throws(HeaderError) {
        names = Self.named(header)
        let positions =
            if let mapping {
                try Self.positions(of: mapping, in: names)
            } else {
                try Self.found(in: names, given)
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
        discount = positions[.discount]
        discountPercent = positions[.discountPercent]
        currency = positions[.currency]
        numbers = [quantity, price] + [discount, discountPercent].compactMap(\.self)
    }

    /// Returns the names of a header without blank ones at the end.
    static func named(_ header: [String]) -> [String] {
        let end = header.lastIndex { !OrderColumn.plain($0).isEmpty } ?? -1
        return Array(header[..<(end + 1)])
    }

    private static func positions(
        of mapping: [String], in names: [String]
    ) throws(HeaderError) -> [OrderColumn: Int] {
        let places = ColumnPlaces(mapping, OrderColumn.fields, in: names)
        if let sentence = places.sentence { throw .mapping(sentence) }
        return Dictionary(
            uniqueKeysWithValues: OrderColumn.allCases.compactMap { column in
                places.places[column.field].map { (column, $0) }
            })
    }

    private static func found(
        in names: [String], _ given: ImportColumns
    ) throws(HeaderError) -> [OrderColumn: Int] {
        var positions = try positions(of: given, in: names)
        for (position, name) in names.enumerated() {
            // A column that the user gave another meaning does not keep this one.
            guard let column = OrderColumn(named: name), given[column] == nil,
                !positions.values.contains(position)
            else { continue }
            if let earlier = positions[column] {
                let isSame = OrderColumn.plain(names[earlier]) == OrderColumn.plain(name)
                throw isSame ? .twice(name) : .ambiguous(column, names[earlier], name)
            }
            positions[column] = position
        }
        return positions
    }

    private static func positions(
        of given: ImportColumns, in names: [String]
    ) throws(HeaderError) -> [OrderColumn: Int] {
        var positions: [OrderColumn: Int] = [:]
        for column in OrderColumn.allCases {
            guard let name = given[column] else { continue }
            // A file of rejects titles a column with the meaning that the user gave it.
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

    /// Returns true if these are the names in the header of a file of rejects.
    static func areOfRejects(_ names: [String]) -> Bool {
        names.count >= ofRejects.count && zip(names, ofRejects).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// Returns the column at a position; nil if it is not used.
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
        case discount: .discount
        case discountPercent: .discountPercent
        case currency: .currency
        default: nil
        }
    }
}
