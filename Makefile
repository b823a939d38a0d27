# tprec: `make` builds, `make check` tests, `make demo` shows it at work. See CONTRIBUTING.md.

BUILD   ?= build
CC      ?= gcc
CLANG   ?= clang
BPFTOOL ?= $(firstword $(shell command -v bpftool) /usr/sbin/bpftool)
PREFIX  ?= /usr/local
DESTDIR ?=
VERSION := 0.1.0

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Werror
CFLAGS   ?= -O2 -g
# SAN=1: the same programs under AddressSanitizer and UBSan, in a folder of their own.
ifeq ($(SAN),1)
BUILD    := build/san
CFLAGS   := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
endif
ALL_CFLAGS := -std=gnu17 -D_GNU_SOURCE -DTPREC_VERSION='"$(VERSION)"' -I. -I$(BUILD) $(WARNINGS) \
              -MMD -MP -pthread $(CFLAGS)

# The rooms of the house; who may include whom is checked by tests/lint.
sources = $(sort $(wildcard $(addsuffix /*.c,$(1))))
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(call sources,$(1)))
BASE    := $(call objects,format/base)
TRACE   := $(call objects,format/trace)
OBJECT  := $(call objects,format/object)
SVG     := $(call objects,svg)
RECORD  := $(call objects,record)
REPORT  := $(call objects,report)

# Each half asks only for its own libraries, and only when it is built.
RECORD_LIBS = $(shell pkg-config --libs libbpf libdw libelf libzstd)
REPORT_LIBS = $(shell pkg-config --libs libdw libelf libzstd librsvg-2.0) -lm

.PHONY: all record report clean fmt deps install check check-fast check-unit check-lint check-cli \
        check-san golden demo fuzz
.SECONDARY:
.DELETE_ON_ERROR:

all: record report

record: $(BUILD)/tprec $(BUILD)/tprec-record
report: $(BUILD)/tprec $(BUILD)/tprec-report

$(BUILD)/tprec: $(BUILD)/obj/tprec.o
	$(CC) $(CFLAGS) -o $@ $^

$(BUILD)/tprec-record: $(RECORD) $(TRACE) $(OBJECT) $(BASE)
	$(CC) $(CFLAGS) -pthread -o $@ $^ $(LDFLAGS) $(RECORD_LIBS)

$(BUILD)/tprec-report: $(REPORT) $(SVG) $(TRACE) $(OBJECT) $(BASE)
	$(CC) $(CFLAGS) -pthread -o $@ $^ $(LDFLAGS) $(REPORT_LIBS)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# librsvg is C with GLib's macros, which -Wconversion does not like: its headers are system ones.
$(BUILD)/obj/svg/png.o: ALL_CFLAGS += $(patsubst -I%,-isystem %,$(shell pkg-config --cflags librsvg-2.0))

# The BPF programs become one object and a skeleton that only record/ includes.
$(BUILD)/bpf/tprec.bpf.o: bpf/tprec.bpf.c
	@mkdir -p $(@D)
	$(CLANG) -target bpf -mcpu=v3 -O2 -g -Wall -Wextra -Werror -D__TARGET_ARCH_x86 -I. -MMD -MP -c -o $@ $<
	@llvm-strip -g $@ 2>/dev/null || true

$(BUILD)/bpf/tprec.skel.h: $(BUILD)/bpf/tprec.bpf.o
	$(BPFTOOL) gen skeleton $< name tprec_bpf > $@

$(RECORD): $(BUILD)/bpf/tprec.skel.h

# One executable a test file; each test runs in a process of its own.
UNIT_TESTS := $(patsubst tests/unit/%_test.c,$(BUILD)/unit/%_test,$(wildcard tests/unit/*_test.c))

$(BUILD)/unit/%_test: $(BUILD)/obj/tests/unit/%_test.o $(BUILD)/obj/tests/unit/unit.o $(BUILD)/libunit.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -pthread -o $@ $^ $(LDFLAGS) $(REPORT_LIBS)

# All that the unit tests may link: everything but the commands and what needs libbpf.
$(BUILD)/libunit.a: $(BASE) $(TRACE) $(OBJECT) $(SVG) $(filter-out %/cmd_report.o,$(REPORT))
	@rm -f $@
	ar rcs $@ $^

check-unit: $(UNIT_TESTS)
	prove $(UNIT_TESTS)

clean:
	rm -rf $(BUILD)

fmt:
	clang-format -i $(shell git ls-files -co --exclude-standard '*.c' '*.h')

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
