using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchByBitmaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registration_words");

            migrationBuilder.CreateTable(
                name: "search_bits",
                columns: table => new
                {
                    term = table.Column<string>(type: "text", nullable: false),
                    block = table.Column<int>(type: "integer", nullable: false),
                    bits = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_bits", x => new { x.term, x.block });
                });

            migrationBuilder.CreateTable(
                name: "search_codes",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_codes", x => new { x.code, x.registration_id });
                    table.ForeignKey(
                        name: "fk_search_codes_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    position = table.Column<int>(type: "integer", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    terms = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.position);
                    table.ForeignKey(
                        name: "fk_search_entries_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_codes_registration_id",
                table: "search_codes",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_gone",
                table: "search_entries",
                column: "position",
                filter: "registration_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_registration_id",
                table: "search_entries",
                column: "registration_id",
                unique: true);

            // All are indexed anew, by the new tables.
            migrationBuilder.Sql("UPDATE registrations SET is_indexed = FALSE");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_bits");

            migrationBuilder.DropTable(
                name: "search_codes");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.CreateTable(
                name: "registration_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_words", x => new { x.word, x.registration_id });
                    table.ForeignKey(
                        name: "fk_registration_words_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registration_words_registration_id",
                table: "registration_words",
                column: "registration_id");
        }
    }
}
