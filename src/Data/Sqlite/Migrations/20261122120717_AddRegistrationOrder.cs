using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddRegistrationOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registrations_search_name",
                table: "registrations");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_region_code_status_submitted_at",
                table: "registrations",
                columns: new[] { "region_code", "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_search_name_id",
                table: "registrations",
                columns: new[] { "search_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_submitted_at_id",
                table: "registrations",
                columns: new[] { "submitted_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registrations_region_code_status_submitted_at",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_search_name_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_submitted_at_id",
                table: "registrations");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_search_name",
                table: "registrations",
                column: "search_name");
        }
    }
}
